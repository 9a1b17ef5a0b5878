import { expect, test } from "vitest";
import { saysSomething } from "./draft-worth.ts";

test.each([
  ["a situation", { situations: ["NY"] }],
  ["an answer", { answers: { PENSION: "INGEN" } }],
  ["what the resident says", { consent: { feedback: "no" as const } }],
  ["the contact", { contact: "together" as const }],
])("a draft with %s is worth keeping", (_, fields) => {
  expect(saysSomething({ service: "BOLIGYDELSE", ...fields }, "")).toBe(true);
});

test("so is one with a note, also one that the guard holds back", () => {
  expect(saysSomething({ service: "BOLIGYDELSE" }, "Ring om formiddagen.")).toBe(true);
});

test.each([
  ["nothing", {}],
  ["a tapped service", { service: "SKP", situations: [], answers: {}, consent: {} }],
  ["what the page chose by itself", { service: "SKP", post: "post", to: "receiver" }],
  ["answers that were emptied", { service: "SKP", answers: { VED: "" }, consent: { name: undefined } }],
  ["whose earlier need it follows", { service: "SKP", sameAs: "7K4F2H9M" }],
])("%s is not", (_, fields) => {
  expect(saysSomething(fields, "")).toBe(false);
  expect(saysSomething(fields, " \n")).toBe(false);
});
