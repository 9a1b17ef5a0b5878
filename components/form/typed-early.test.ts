import { expect, test } from "vitest";

type Sources = Record<string, string>;
const sources: Sources = import.meta.glob(["../../{app,components}/**/*.tsx", "!../**/*.test.tsx"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** How a field whose value React keeps hears of what was done in it before the scripts came, or cannot be touched then. */
const hears = /\buseEarlyValues\(|\buseEffect\(\(\) => early\.current\(\)|\buseUnready\(/;

/** Says itself that what was ticked holds only for the text that stands there now, and asks again. */
const asksAgain = /last-question\.tsx$/;

test("what was typed, chosen or tapped before the scripts came is heard by every field that they keep", () => {
  const kept = Object.entries(sources)
    .filter(([, text]) => /<(?:input|textarea|TextInput|Select|DateInput)\b[^<]*?\bonChange=/.test(text))
    .map(([file, text]) => ({ file, text }))
    .filter(({ file }) => !asksAgain.test(file));
  expect(kept.length).toBeGreaterThan(4);
  expect(kept.filter(({ text }) => !hears.test(text)).map(({ file }) => file)).toEqual([]);
});
