import { describe, expect, test } from "vitest";
import { inboxQuery, understood } from "./inbox-view.ts";
import { keptView, movedView, sameView, saysMore } from "./own-view.ts";

const unit = "7b0c4f0e-6a37-4d0f-9a7e-0d4c8f7a1b11";
const known = { services: ["SKP"], units: [unit] };
const read = (asked: Record<string, unknown>) => understood(asked, inboxQuery.parse(asked), known);

describe("an address of the inbox", () => {
  test("is read as it stands when all of it is there", () => {
    const asked = { list: "held", service: "SKP", unit, sort: "newest", state: "late", view: "mine" };
    expect(read(asked)).toEqual({ query: { ...asked, rows: 25, lang: "da" }, passedOver: false });
    expect(read({})).toMatchObject({ passedOver: false });
  });

  test("that a form has filled with nothing asks for nothing", () => {
    expect(read({ service: "", state: "", unit: "", sort: "" })).toMatchObject({ passedOver: false });
  });

  test.each([
    ["a service that there is not", { service: "BORTE" }],
    ["a unit that there is not", { unit: "7b0c4f0e-6a37-4d0f-9a7e-0d4c8f7a1b12" }],
    ["a word", { service: "hansen" }],
    ["a state that there is not", { state: "soon" }],
    ["an order that there is not", { sort: "name" }],
    ["the same twice", { state: ["late", "late"] }],
  ])("with %s is read without it, and that is said", (_what, asked) => {
    const { query, passedOver } = read(asked);
    expect(passedOver).toBe(true);
    expect(saysMore(query)).toBe(false);
  });
});

describe("a view to keep", () => {
  test("says more than a list and a fixed view", () => {
    expect(saysMore({ list: "held", view: "mine" } as never)).toBe(false);
    expect(keptView.safeParse({ list: "held", view: "mine" }).success).toBe(false);
    expect(keptView.safeParse({ list: "held", view: "mine", state: "late" }).success).toBe(true);
  });

  test("is made of codes: there is no room for a word", () => {
    for (const more of [
      { name: "Fru Hansen" },
      { service: "Hansen" },
      { unit: "Hansen" },
      { place: 11 },
      { sort: "x" },
    ])
      expect(keptView.safeParse({ list: "held", state: "late", ...more }).success).toBe(false);
    expect(movedView.safeParse({ list: "held", state: "late", to: "first" }).success).toBe(false);
  });

  test("is known by what it says, whatever the rows, the language and its place", () => {
    const one = inboxQuery.parse({ list: "held", state: "late", rows: "50" });
    expect(sameView(one, { ...one, rows: 25, lang: "en" } as never)).toBe(true);
    expect(sameView(one, { ...one, list: "waits" })).toBe(false);
    expect(sameView(one, { ...one, unit })).toBe(false);
  });
});
