import { expect, test } from "vitest";
import { answered, pressed } from "#components/form/what-is-sent.ts";

test("leaves out a question without an answer", () => {
  expect(answered({ consent: null, contact: undefined, note: "", step: 0 }, {})).toEqual({ step: 0 });
  expect(answered({ answers: { cause: "HUSLEJE", date: "" } }, {})).toEqual({ answers: { cause: "HUSLEJE" } });
});

test("gives a list where several answers are asked for, also for a lone tile", () => {
  const defaults = { situation: [] };
  expect(answered({ situation: "POST" }, defaults)).toEqual({ situation: ["POST"] });
  expect(answered({ situation: false }, defaults)).toEqual({ situation: [] });
  expect(answered({ situation: ["POST", "URO"] }, defaults)).toEqual({ situation: ["POST", "URO"] });
  expect(answered({ answers: { means: "GAELD" } }, { answers: { means: [] } })).toEqual({
    answers: { means: ["GAELD"] },
  });
});

test("sends the pressed button's name and value, as a native form does", () => {
  expect(pressed({ name: "solved", value: "ja" })).toEqual({ solved: "ja" });
  expect(pressed({ name: "", value: "" })).toEqual({});
  expect(pressed(null)).toEqual({});
});
