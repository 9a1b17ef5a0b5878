import { z } from "zod";
import { type Question, questions, remarkLength, scores } from "#lib/meeting/evaluation.ts";
import { id, text } from "#lib/referral/acts/inputs.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { findMeeting } from "./find-meeting.ts";
import { toRate } from "./to-rate.ts";

const score = z.enum(scores).optional();

/**
 * A score for each question that is asked. `salt` is random and kept nowhere: of each change the hash of what was sent stands
 * beside who sent it, and without it one could try the few answers that there are until one fits.
 */
export const rateInput = z.strictObject({
  ...(Object.fromEntries(questions.map((question) => [question, score])) as Record<Question, typeof score>),
  remark: text(remarkLength).optional(),
  salt: id,
});
export type RateInput = z.infer<typeof rateInput>;

/**
 * Answers what is asked about a meeting that this person was at, for good: whose answer it was is not kept, so it cannot be
 * found again to be changed. Refuses "no-meeting", "rating-over" for whoever has answered or may not any more, and "choose"
 * where a question that is asked has no score.
 */
export async function rate(tx: Tx, _me: Member, input: RateInput & { meeting: string }): Promise<Result<null>> {
  const { meeting, remark } = input;
  if (!(await findMeeting(tx, meeting))) return refused("no-meeting");
  const asks = (await toRate(tx)).find((each) => each.meeting === meeting)?.questions;
  if (!asks) return refused("rating-over");
  const missing = asks.find((question) => input[question] === undefined);
  if (missing) return refused("choose", missing);
  const given = asks.map((question) => Number(input[question]));
  await tx.sql`select door.rate(${meeting}, ${given}::integer[], ${remark ?? null})`;
  return ok(null);
}
