import type { Day } from "#lib/calendar/day.ts";
import type { BulkInput } from "#lib/referral/bulk-input.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf } from "../directory/directory.ts";
import { performEach } from "./perform.ts";

/** The day of the next meeting that talks of referrals, among those that this person is called to. */
async function nextMeeting(tx: Tx, me: Member): Promise<Day | null> {
  const [talked] = (await agreementOf(tx, me)).meetings;
  const [next] = await tx.sql<{ day: Day }[]>`
    select on_day as day from meeting
    where series = ${talked?.code ?? null} and state = 'called' and on_day > ${me.today} order by on_day limit 1`;
  return next?.day ?? null;
}

/**
 * Does one act to several referrals, each by the rules and with an event of its own, or to none: the first refusal is that
 * of all, with the referral's code as its field. What is on the agenda already is passed over. Gives the codes of those
 * that it was done to. What is put off goes on the agenda and out of this person's list until the next meeting; refuses
 * "no-next-meeting" where none is called.
 */
export async function performSeveral(
  tx: Tx,
  me: Member,
  { act, codes, ...input }: BulkInput,
): Promise<Result<{ codes: string[] }>> {
  const until = act === "later" ? await nextMeeting(tx, me) : undefined;
  if (until === null) return refused("no-next-meeting");
  const each = until
    ? ({ act: "agenda", input: { until } } as const)
    : { act: act as Exclude<typeof act, "later">, input };
  const acted: string[] = [];
  for (const { code, done } of await performEach(tx, me, codes, each)) {
    if (done.ok) acted.push(code);
    else if (done.code !== "on-agenda") return refused(done.code, code, done.details);
  }
  return acted.length > 0 ? ok({ codes: acted }) : refused("on-agenda");
}
