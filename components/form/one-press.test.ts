import { describe, expect, test } from "vitest";
import { actsAgain, type Pressed, runOf } from "./one-press.ts";

const press = (key: string, rest: Partial<Pressed> = {}): Pressed => ({
  key,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...rest,
});

describe("a key that something is bound to", () => {
  const done: string[] = [];
  const bound = { n: () => done.push("n"), "1": () => done.push("1"), j: () => done.push("j"), gone: undefined };
  const held = (key: string) => {
    done.length = 0;
    for (const event of [press(key), press(key, { repeat: true }), press(key, { repeat: true })])
      runOf(event, bound, ["j"])?.();
    return done.length;
  };

  test("acts once, however long it is held", () => {
    expect(held("n")).toBe(1);
    expect(held("1")).toBe(1);
  });
  test("moves for as long as it is held", () => expect(held("j")).toBe(3));
  test("is the program's own when it is held, so that the browser does nothing else with it", () => {
    expect(runOf(press("n", { repeat: true }), bound, ["j"])).toBeDefined();
  });
  test("is left to the browser with another key, while signs are composed, and where nothing is bound", () => {
    for (const other of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }, { isComposing: true }])
      expect(runOf(press("n", other), bound, [])).toBeUndefined();
    for (const key of ["q", "gone", "toString", "__proto__"]) expect(runOf(press(key), bound, [])).toBeUndefined();
  });
});

describe("Enter that is held on a button", () => {
  const enter = press("Enter", { repeat: true });
  test.each(["BUTTON", "A", "SUMMARY", "INPUT", "SELECT", null])("on %s presses it no second time", (tag) => {
    expect(actsAgain(enter, tag)).toBe(true);
  });
  test("makes new lines in a text", () => expect(actsAgain(enter, "TEXTAREA")).toBe(false));
  test("acts the first time, and other keys are what they were", () => {
    expect(actsAgain(press("Enter"), "BUTTON")).toBe(false);
    for (const key of [" ", "Tab", "ArrowDown", "a"])
      expect(actsAgain(press(key, { repeat: true }), "BUTTON")).toBe(false);
  });
});

type Sources = Record<string, string>;
const sources: Sources = import.meta.glob(["../../{app,components}/**/*.{ts,tsx}", "!../**/*.test.*"], {
  query: "?raw",
  import: "default",
  eager: true,
});

test("whoever listens to keys knows a held one from a press", () => {
  const listens = /"key(?:down|up|press)"|onKey(?:Down|Up|Press)/;
  // On leaving with Enter a date is written out: a second time changes nothing.
  const harmless = ["date-input.tsx"];
  const deaf = Object.entries(sources)
    .filter(([file, text]) => listens.test(text) && !harmless.some((each) => file.endsWith(each)))
    .filter(([, text]) => !/\brepeat\b|actsAgain/.test(text));
  expect(deaf.map(([file]) => file)).toEqual([]);
});
