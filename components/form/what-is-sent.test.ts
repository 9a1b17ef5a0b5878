import { expect, test } from "vitest";
import { answered, pressed } from "#components/form/what-is-sent.ts";

test("leaves out a question without an answer, and keeps an empty text", () => {
  expect(answered({ consent: null, contact: undefined, note: "" }, {})).toEqual({ note: "" });
});

test("gives a list where several answers are asked for, also for a lone tile", () => {
  const defaults = { situation: [] };
  expect(answered({ situation: "POST" }, defaults)).toEqual({ situation: ["POST"] });
  expect(answered({ situation: false }, defaults)).toEqual({ situation: [] });
  expect(answered({ situation: ["POST", "URO"] }, defaults)).toEqual({ situation: ["POST", "URO"] });
});

test("sends the pressed button's name and value, as a native form does", () => {
  expect(pressed({ name: "solved", value: "ja" })).toEqual({ solved: "ja" });
  expect(pressed({ name: "", value: "" })).toEqual({});
  expect(pressed(null)).toEqual({});
});
