import type { Condition } from "#lib/agreement/agreement.ts";
import { applies, type Chosen } from "#lib/agreement/condition.ts";
import { parseDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Standing } from "#lib/directory/contact-view.ts";
import type { PostId } from "./case.ts";

/** What "Ny henvisning" shows, worked out from what was chosen so far. Runs in the browser: no zod, no calendar. */

type Told = { code: string; text: string };

export type FormQuestion = Told & {
  answer: "one" | "date" | "recent-date";
  optional: boolean;
  onlyIf?: Condition | undefined;
  choices: (Told & { onlyIf?: Condition | undefined; rulesOut?: readonly string[] | undefined })[];
};

/**
 * Who may get it, the first rule that holds; where the agreement proposes one post before others, that one is chosen
 * from the start. Where it names several alike (a helhedsplan), the sender says which: a wrong guess would tell a
 * stranger.
 */
export type FormRoute = { when?: Condition | undefined; posts: PostId[]; proposed: PostId | null };

/** The day of the answer, written out. An eviction's demand may bring it forward, the older the letter the more. */
export type FormAnswer = {
  plain: string;
  demand?: { step: string; letter: string; until: { letter: Day; by: string }[] } | undefined;
};

/** One service as it is asked for, in the reader's language. */
export type FormService = Told & {
  hint: string | null;
  situations: Told[];
  questions: FormQuestion[];
  routes: FormRoute[];
  answer: FormAnswer;
  /** May the sender say that the resident cannot be asked? */
  cannotAsk: boolean;
  /** What receivers say of the room they have for it; most say nothing. */
  capacity: Partial<Record<PostId, NonNullable<Standing["capacity"]>>>;
  /** The reader's posts that may log it, their own before those they stand in for. */
  from: PostId[];
};

/** A post that sends or receives, as it is shown, and who is there today. */
export type FormPost = { label: string } & Omit<Standing, "capacity">;

/**
 * The posts of these functions, in the functions' order; one is proposed when it is the only one of the first. Where all of
 * them have ended, each of `posts` may take it and the sender chooses, so that a need can always be sent to somebody.
 *
 * @param functions the ones that the agreement names; none as long as the answer that decides is missing
 * @param posts that stand today and may take the service, first-hand or by "Send videre"
 */
export function routeTo(
  functions: readonly string[],
  posts: readonly { id: PostId; function: string }[],
): Omit<FormRoute, "when"> {
  const [first = [], ...others] = functions.map((code) => posts.filter((post) => post.function === code));
  const named = [first, ...others].flat();
  const offered = functions.length > 0 && named.length === 0 ? posts : named;
  return {
    posts: offered.map(({ id }) => id),
    proposed: first.length === 1 ? (first[0]?.id ?? null) : null,
  };
}

const isGiven = (answer: string | readonly string[] | undefined) => answer !== undefined && answer.length > 0;

type Conditional = Pick<FormQuestion, "answer" | "onlyIf"> & { choices: { onlyIf?: Condition | undefined }[] };

/** The key questions that apply, each with the choices that apply; one without any choice yet is not shown. */
export function questionsShown<Question extends Conditional>(
  questions: readonly Question[],
  chosen: Chosen,
): Question[] {
  return questions
    .filter(({ onlyIf }) => applies(onlyIf, chosen))
    .map((question) => ({ ...question, choices: question.choices.filter(({ onlyIf }) => applies(onlyIf, chosen)) }))
    .filter(({ answer, choices }) => answer !== "one" || choices.length > 0);
}

/** Answers to questions that are no longer asked, or with choices that are no longer offered: their codes. */
export function outdated(questions: readonly FormQuestion[], chosen: Chosen): string[] {
  const shown = questionsShown(questions, chosen);
  return Object.entries(chosen.answers)
    .filter(([code, given]) => {
      if (!isGiven(given)) return false;
      const question = shown.find((each) => each.code === code);
      if (!question) return true;
      return question.answer === "one" && !question.choices.some((choice) => choice.code === given);
    })
    .map(([code]) => code);
}

/** Whom it may go to from that post; none as long as the answer that decides is missing. */
export function receiversShown(
  routes: readonly FormRoute[],
  chosen: Chosen,
  from: PostId | undefined,
): Omit<FormRoute, "when"> {
  const route = routes.find(({ when }) => applies(when, chosen));
  const posts = route?.posts.filter((post) => post !== from) ?? [];
  const proposed = posts.length === 1 ? posts[0] : posts.find((post) => post === route?.proposed);
  return { posts, proposed: proposed ?? null };
}

/** The day by which the receiver answers, in words, given the step of the letter and its date as it is typed. */
export function answerShown({ plain, demand }: FormAnswer, { answers }: Chosen, today: Day): string {
  const typed = demand && answers[demand.letter];
  const letter = typeof typed === "string" ? parseDanishDate(typed, today) : null;
  if (!demand || !letter || !Object.values(answers).includes(demand.step)) return plain;
  return demand.until.findLast(({ letter: latest }) => letter <= latest)?.by ?? plain;
}
