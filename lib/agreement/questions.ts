import { ok, type Result, refused } from "../result.ts";
import { type AgreementContent, longestFollowUp, type OwnService, type Question } from "./agreement.ts";
import { codeFor, isWritten, type Written, wordsOf } from "./codes.ts";
import { conditionOf } from "./condition.ts";
import {
  askedTooEarly,
  conditionsOf,
  type QuestionList,
  questionOf,
  withQuestion,
  withService,
  yesAndNo,
} from "./lists.ts";
import type { Code } from "./words.ts";

export type WrittenQuestion = Written & {
  answer: Question["answer"];
  about?: Question["about"];
  optional?: boolean | undefined;
  onlyIf?: readonly string[] | undefined;
};

/** Where a question stands: in a list of a service, or as that of its follow-up. */
export type QuestionPlace = { service: Code; list: QuestionList; question: Code };

/**
 * A question of a service. One that is now answered with a code begins with yes and no; one that is now answered with a day
 * has no choices any more. Refuses at the field: "words-needed", "one-condition", "asked-later", "about-twice",
 * "about-answer" where the fact takes another kind of answer, "about-rules-out", "still-asked-about" and "not-found".
 */
export function setQuestion(
  content: AgreementContent,
  { service, list, question }: QuestionPlace,
  written: WrittenQuestion,
): Result<AgreementContent> {
  const own = content.services.find(({ code }) => code === service);
  const old = own && questionOf(own, list, question);
  if (!own || !old) return refused("not-found");
  const about = list === "key" ? written.about : old.about;
  const next = rewritten(old, { ...written, about });
  if (!next.ok) return next;
  const fits = factFits(own, { ...old, answer: written.answer, about });
  if (fits) return fits;
  const route = content.routes.find((each) => each.service === service);
  const gone = old.choices.length > 0 && next.value.choices.length === 0;
  if (gone && conditionsOf(own, route).some((each) => "question" in each && each.question === question))
    return refused("still-asked-about", "answer");
  const changed = withQuestion(own, list, next.value);
  if (askedTooEarly(changed)?.code === question) return refused("asked-later", "onlyIf");
  return ok(withService(content, changed));
}

/**
 * A question as it was written: answered with a code it begins with yes and no, with a day it has no choices. Refuses
 * "words-needed" and "one-condition" at their fields.
 */
export function rewritten(old: Question, written: WrittenQuestion): Result<Question> {
  const text = wordsOf(written);
  if (!text) return refused("words-needed", "da");
  const { answer, about, optional, onlyIf = [] } = written;
  const when = conditionOf(onlyIf);
  if (!when) return refused("one-condition", "onlyIf");
  return ok({
    code: old.code,
    text,
    answer,
    choices: answer !== "one" ? [] : old.choices.length > 0 ? old.choices : yesAndNo(),
    ...(about ? { about } : {}),
    ...(optional ? { optional: true as const } : {}),
    ...(when === "always" ? {} : { onlyIf: when }),
  });
}

/** One question a fact, and an answer that the fact can take; age and children rule nothing out. */
function factFits(
  { key }: OwnService,
  { code, answer, about, choices }: Omit<Question, "about"> & { about?: Question["about"] },
) {
  if (!about) return null;
  if (key.some((each) => each.code !== code && each.about === about)) return refused("about-twice", "about");
  if ((about === "letter-date") === (answer === "one")) return refused("about-answer", "about");
  if ((about === "age" || about === "children") && choices.some(({ rulesOut }) => rulesOut))
    return refused("about-rules-out", "about");
  return null;
}

const mostTimes = 6;

/**
 * When a service is followed up, in months ("3, 6, 12"), and what is asked then; none where both stand empty. Refuses "months"
 * and "words-needed" at their fields.
 */
export function setFollowUp(
  content: AgreementContent,
  code: Code,
  { months: written, ...question }: Written & { months: string },
): Result<AgreementContent> {
  const own = content.services.find((each) => each.code === code);
  if (!own) return refused("not-found");
  const { followUp, ...service } = own;
  const parts = written.split(/[\s,;]+/).filter(Boolean);
  if (parts.length === 0 && !isWritten(question)) return ok(withService(content, service));
  const months = [...new Set(parts.map(Number))].toSorted((a, b) => a - b);
  const wrong = months.some((each) => !Number.isInteger(each) || each < 1 || each > longestFollowUp);
  if (wrong || months.length === 0 || months.length > mostTimes) return refused("months", "months");
  const text = wordsOf(question);
  if (!text) return refused("words-needed", "da");
  const asked = followUp
    ? { ...followUp.question, text }
    : {
        code: codeFor(
          text.da,
          [...own.key, ...own.questions].map((each) => each.code),
        ),
        text,
        answer: "one" as const,
        choices: yesAndNo(),
      };
  return ok(withService(content, { ...service, followUp: { afterMonths: months, question: asked } }));
}
