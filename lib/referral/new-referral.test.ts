import { expect, test } from "vitest";
import type { Chosen } from "#lib/agreement/condition.ts";
import { day } from "#lib/calendar/day.ts";
import {
  answerShown,
  type FormAnswer,
  type FormQuestion,
  outdated,
  questionsShown,
  receiversShown,
  routeTo,
} from "./new-referral.ts";

const choice = (code: string, cause?: string) => ({
  code,
  text: code,
  onlyIf: cause ? { question: "CAUSE", oneOf: [cause] } : undefined,
});
const question = (own: Partial<FormQuestion> & { code: string }): FormQuestion => ({
  text: own.code,
  answer: "one",
  optional: false,
  choices: [],
  ...own,
});
const cause = question({ code: "CAUSE", choices: [choice("RENT"), choice("RULES"), choice("OTHER")] });
const step = question({
  code: "STEP",
  choices: [choice("DEMAND", "RENT"), choice("ENDED", "RENT"), choice("WARNING", "RULES")],
});
const letter = question({ code: "LETTER", answer: "recent-date" });
const age = question({ code: "AGE", onlyIf: { situation: ["MOVING"] }, choices: [choice("YOUNG"), choice("OLD")] });
const questions = [cause, step, letter, age];

const chosen = (answers: Chosen["answers"] = {}, situations: string[] = []): Chosen => ({ answers, situations });
const codes = (shown: readonly { code: string }[]) => shown.map(({ code }) => code);

test("a question whose choices all depend on another is not asked before that one is answered", () => {
  expect(codes(questionsShown(questions, chosen()))).toEqual(["CAUSE", "LETTER"]);
  expect(codes(questionsShown(questions, chosen({ CAUSE: "RENT" })))).toEqual(["CAUSE", "STEP", "LETTER"]);
  expect(codes(questionsShown(questions, chosen({ CAUSE: "OTHER" })))).toEqual(["CAUSE", "LETTER"]);
});

test("offers only the choices that fit the answer before", () => {
  const shown = questionsShown(questions, chosen({ CAUSE: "RULES" }));
  expect(codes(shown.find(({ code }) => code === "STEP")?.choices ?? [])).toEqual(["WARNING"]);
});

test("a situation may bring a question of its own", () => {
  expect(codes(questionsShown(questions, chosen({}, ["MOVING"])))).toContain("AGE");
});

test.each([
  ["a step of another cause", { CAUSE: "RULES", STEP: "DEMAND" }, ["STEP"]],
  ["a step that fits", { CAUSE: "RENT", STEP: "DEMAND" }, []],
  ["an answer to what is not asked", { AGE: "OLD" }, ["AGE"]],
  ["a date, whatever was typed", { LETTER: "12.1" }, []],
  ["a question left empty", { STEP: "" }, []],
])("tells what no longer applies: %s", (_, answers, gone) => {
  expect(outdated(questions, chosen(answers))).toEqual(gone);
});

const posts = [
  { id: "warden east", function: "WARDEN" },
  { id: "warden west", function: "WARDEN" },
  { id: "nurse", function: "NURSE" },
];

test("proposes the only post of the function that the agreement names first", () => {
  expect(routeTo(["NURSE", "WARDEN"], posts)).toEqual({
    posts: ["nurse", "warden east", "warden west"],
    proposed: "nurse",
  });
});

test("proposes none where several are named alike, so that no estate is guessed", () => {
  expect(routeTo(["WARDEN", "NURSE"], posts)).toEqual({
    posts: ["warden east", "warden west", "nurse"],
    proposed: null,
  });
});

test("offers whoever else may take it once the posts that the agreement names have ended", () => {
  expect(routeTo(["ABSENT"], posts).posts.toSorted()).toEqual(["nurse", "warden east", "warden west"]);
  expect(routeTo(["ABSENT"], posts).proposed).toBeNull();
});

test("offers nobody as long as the answer that decides is missing", () => {
  expect(routeTo([], posts)).toEqual({ posts: [], proposed: null });
});

const routes = [
  { when: { question: "AGE", oneOf: ["OLD"] }, posts: ["nurse"], proposed: "nurse" },
  { when: { question: "AGE", oneOf: ["YOUNG"] }, posts: ["east", "west"], proposed: null },
];

test("whom it goes to follows from the answer that decides, and is nobody before it", () => {
  expect(receiversShown(routes, chosen(), "origin")).toEqual({ posts: [], proposed: null });
  expect(receiversShown(routes, chosen({ AGE: "OLD" }), "origin")).toEqual({ posts: ["nurse"], proposed: "nurse" });
  expect(receiversShown(routes, chosen({ AGE: "YOUNG" }), "origin").proposed).toBeNull();
});

test("never proposes to send to oneself", () => {
  expect(receiversShown(routes, chosen({ AGE: "YOUNG" }), "east")).toEqual({ posts: ["west"], proposed: "west" });
  expect(receiversShown(routes, chosen({ AGE: "OLD" }), "nurse")).toEqual({ posts: [], proposed: null });
});

const today = day("2026-11-23");
const answer: FormAnswer = {
  plain: "tirs. 24. nov.",
  demand: {
    step: "DEMAND",
    letter: "LETTER",
    until: [
      { letter: day("2026-11-10"), by: "man. 23. nov." },
      { letter: day("2026-11-01"), by: "for længst" },
    ],
  },
};

test.each([
  ["no letter", {}, "tirs. 24. nov."],
  ["a new demand", { STEP: "DEMAND", LETTER: "22.11.2026" }, "tirs. 24. nov."],
  ["an old demand", { STEP: "DEMAND", LETTER: "10.11.2026" }, "man. 23. nov."],
  ["a demand typed without its year", { STEP: "DEMAND", LETTER: "9/11" }, "man. 23. nov."],
  ["a demand older than the oldest step", { STEP: "DEMAND", LETTER: "01.10.2026" }, "for længst"],
  ["an old letter of another step", { STEP: "ENDED", LETTER: "10.11.2026" }, "tirs. 24. nov."],
  ["a date that is none", { STEP: "DEMAND", LETTER: "10.1" }, "tirs. 24. nov."],
])("says when it is answered: %s", (_, answers, day) => {
  expect(answerShown(answer, chosen(answers), today)).toBe(day);
});
