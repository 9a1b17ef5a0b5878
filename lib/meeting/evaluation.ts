import type { Day } from "#lib/calendar/day.ts";

/**
 * How a meeting was, said by whoever came: the agreement asks that network meetings are evaluated as they go, "mhp. at
 * sikre, at de positivt styrker parternes daglige arbejde". An answer takes one tap a question, and can never be
 * led back to a person.
 */
export const questions = ["daily_work", "whom_to_contact", "followed_up"] as const;
export type Question = (typeof questions)[number];

/** From "slet ikke" to "helt". */
export const scores = ["1", "2", "3", "4", "5"] as const;

/** As long as a remark may be; the database says the same. */
export const remarkLength = 280;
/** Months after the meeting in which a remark goes; `door.end_ratings` says the same. */
export const remarkMonths = 12;

/** A meeting of the series that closed earlier, and what was asked about it. */
export type Asked = { onDay: Day; asked: readonly Question[] };

/**
 * What is asked about a meeting when it closes: all three about the first meeting of a calendar year, and about the first
 * one of all; else one, in turn after the one that was last asked alone.
 *
 * @param earlier closed meetings of the same series about which something was asked, the latest first
 */
export function questionsAt(onDay: Day, earlier: readonly Asked[]): Question[] {
  const year = onDay.slice(0, 4);
  if (!earlier.some((each) => each.onDay.startsWith(year))) return [...questions];
  const [last] = earlier.find(({ asked }) => asked.length === 1)?.asked ?? [];
  const next = questions[last ? (questions.indexOf(last) + 1) % questions.length : 0];
  return next ? [next] : [];
}

/** One question of one meeting: the mean of at least five answers. */
export type Rated = { question: Question; mean: number };

/**
 * What is known of one meeting. `open`: answers still come, and nothing of them is shown, since what is shown twice tells by its
 * difference what came between · `few`: answered by fewer than five, of which nothing is kept · `shown`.
 */
export type Ratings = { meeting: string; number: number; onDay: Day; asked: Question[] } & (
  | { state: "open" | "few" }
  | { state: "shown"; answers: number; rated: Rated[]; remarks: string[] }
);

export type EvaluationView = {
  id: string;
  series: string;
  number: number;
  /** What the reader is asked; empty when they have answered, were not there, or it is too late. */
  asks: Question[];
  /** The meetings of the series, the latest first. */
  ratings: Ratings[];
};
