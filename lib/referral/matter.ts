import { z } from "zod";
import type { Question, Service } from "#lib/agreement/agreement.ts";
import { applies, type Chosen } from "#lib/agreement/condition.ts";
import { parseDanishDate, whyNoDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";
import { payBy } from "#lib/eviction/pay-by.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { codes } from "./acts/inputs.ts";
import { type Contact, contacts } from "./words.ts";

/** What belongs to the resident's situation: coded, kept apart from the facts, and versioned. */
export type Matter = {
  situations: string[];
  /** The service's key questions with their coded answers; among them cause and step of an eviction. */
  answers: Record<string, string | string[]>;
  /** Only where the service asks for it. */
  age: string | null;
  children: string | null;
  letterOn: Day | null;
  /** Last day to pay after a demand that the letter tells of. */
  payBy: Day | null;
  contact: Contact | null;
};

/** The situation as it is filled in; unknown keys and codes are refused by `readMatter`. */
export const matterInput = z.strictObject({
  situations: codes,
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string()).max(7)])),
  /** Not asked when the need was met on the spot. */
  contact: z.enum(contacts).nullable(),
});
export type MatterInput = z.infer<typeof matterInput>;

/** The step of a letter that gives 14 days to pay (almenlejeloven § 90, stk. 2). */
export const demand = "PAAKRAV";

const unanswered = (given: string | readonly string[] | undefined) => given === undefined || given.length === 0;

/** The service's key questions that are asked, given what was chosen so far. */
export const asked = (service: Service, chosen: Chosen): Question[] =>
  service.key.filter((question) => applies(question.onlyIf, chosen));

function readAnswer(question: Question, chosen: Chosen, today: Day): Result<string | string[]> {
  const field = `answers.${question.code}`;
  const given = chosen.answers[question.code];
  if (given === undefined || given.length === 0) return refused("answer-needed", field);
  if (question.answer === "date" || question.answer === "recent-date") {
    const typed = String(given);
    const date = parseDanishDate(typed, today);
    if (!date) return { ok: false, field, ...whyNoDate(typed, today) };
    return question.answer === "recent-date" && date > today ? refused("date-past", field) : ok(date);
  }
  const offered = question.choices.filter((choice) => applies(choice.onlyIf, chosen)).map((choice) => choice.code);
  const codes = [given].flat();
  if (!codes.every((code) => offered.includes(code))) return refused("unknown-choice", field);
  if (question.answer === "one" && codes.length > 1) return refused("one-only", field);
  return ok(question.answer === "one" ? (codes[0] ?? "") : codes);
}

/**
 * Reads a situation as the service asks for it: every question that applies is answered unless it may be left out, and
 * nothing else is taken. Refuses with the field that is wrong: `situations` or `answers.<code>`.
 */
export function readMatter(service: Service, input: MatterInput, today: Day): Result<Matter> {
  const offered = service.situations.map((situation) => situation.code);
  if (input.situations.length === 0) return refused("choose-situation", "situations");
  if (!input.situations.every((code) => offered.includes(code))) return refused("unknown-choice", "situations");
  const matter: Matter = {
    situations: input.situations,
    answers: {},
    age: null,
    children: null,
    letterOn: null,
    payBy: null,
    contact: input.contact,
  };
  const questions = asked(service, input);
  const unasked = Object.keys(input.answers).find(
    (code) => !unanswered(input.answers[code]) && !questions.some((question) => question.code === code),
  );
  if (unasked) return refused("not-asked", `answers.${unasked}`);
  for (const question of questions) {
    if (question.optional && unanswered(input.answers[question.code])) continue;
    const read = readAnswer(question, input, today);
    if (!read.ok) return read;
    if (question.about === "age") matter.age = String(read.value);
    else if (question.about === "children") matter.children = String(read.value);
    else if (question.about === "letter-date") matter.letterOn = read.value as Day;
    else matter.answers[question.code] = read.value;
  }
  return ok({ ...matter, payBy: payByOf(matter) });
}

function payByOf({ answers, letterOn }: Matter): Day | null {
  return letterOn && Object.values(answers).includes(demand) ? payBy(letterOn) : null;
}

/** Urgent by itself: a situation or an answer that the agreement marks so. */
export function isUrgent(service: Service, { situations, answers }: Pick<Matter, "situations" | "answers">): boolean {
  const given = Object.values(answers).flat();
  return (
    service.situations.some(({ code, urgent }) => urgent && situations.includes(code)) ||
    service.key.some(({ choices }) => choices.some(({ code, urgent }) => urgent && given.includes(code)))
  );
}
