import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { helhedsplan } from "#lib/board/board-view.ts";
import type { Day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { nextMeeting } from "#lib/meeting/cadence.ts";
import type { CaseFacts } from "#lib/meeting/case-facts.ts";
import {
  asksWho,
  caseDecisions,
  decisionsFor,
  dueDay,
  dues,
  mayBeDue,
  outcomeOf,
  pointDecisions,
} from "#lib/meeting/decisions.ts";
import { day, id, text } from "#lib/referral/acts/inputs.ts";
import type { PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { tellLists } from "../live/tell-lists.ts";
import { calledPosts, leadMeeting, type MeetingRow } from "./find-meeting.ts";
import { helhedsplanOf, ownersFor } from "./owners.ts";
import { seriesOf } from "./series.ts";

/** What may stand beside a coded decision. */
export const decisionLength = 120;

/** `owner` is a post or "helhedsplan"; `due` one of the quick choices or a day. Neither where nothing is left to do. */
export const decideInput = z.strictObject({
  item: id,
  decision: z.enum([...caseDecisions, ...pointDecisions]),
  owner: z.union([id, z.literal(helhedsplan)]).optional(),
  due: z.union([z.enum(dues), day]).optional(),
  text: text(decisionLength).optional(),
});
export type DecideInput = z.infer<typeof decideInput>;

type Item = { id: string } & ({ kind: "case"; facts: CaseFacts } | { kind: "point"; facts: null });

/**
 * Decides about one item of a meeting that is held: what, who, by when. Deciding again replaces what was decided. Refuses
 * like `leadMeeting`, and "no-item", "unknown-choice" (a decision that this item does not offer), "choose" (owner or
 * day is missing), "not-invitable" (an owner that is not called), "date-to-come" or "closed-since".
 */
export async function decide(
  tx: Tx,
  me: Member,
  { meeting, ...input }: DecideInput & { meeting: string },
): Promise<Result<null>> {
  const { sql } = tx;
  const led = await leadMeeting(tx, me, { id: meeting, states: ["held"] });
  if (!led.ok) return led;
  const [item] = await sql<Item[]>`
    select id, kind, facts from meeting_item where meeting_id = ${meeting} and id = ${input.item}`;
  if (!item) return refused("no-item");
  const offered = decisionsFor({ kind: item.kind, reasons: item.facts?.reasons ?? [], wait: item.facts?.wait ?? null });
  if (!offered.includes(input.decision)) return refused("unknown-choice", "decision");
  const who = await whoAndWhen(tx, me, { meeting: led.value, item, input });
  if (!who.ok) return who;

  await sql`delete from decision where meeting_id = ${meeting} and item_id = ${item.id}`;
  if (who.value)
    await sql`insert into decision ${sql({
      partnership_id: me.partnership,
      id: randomUUID(),
      meeting_id: meeting,
      item_id: item.id,
      code: input.decision,
      text: input.text || null,
      owner_post: who.value.owner,
      due_on: who.value.due,
      decided_on: led.value.onDay,
    })}`;
  await sql`update meeting_item set outcome = ${outcomeOf(input.decision)} where id = ${item.id}`;
  await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok(null);
}

type Deciding = { meeting: MeetingRow; item: Item; input: DecideInput };

/** Null where nothing is left to do. */
async function whoAndWhen(
  tx: Tx,
  me: Member,
  { meeting, item, input }: Deciding,
): Promise<Result<{ owner: PostId; due: Day } | null>> {
  const outcome = outcomeOf(input.decision);
  if (outcome === "no_change") return ok(null);
  const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
  const calendar = calendarOf(agreement, meeting);
  if (!asksWho(input.decision)) return ok({ owner: meeting.convener, due: calendar.next });
  if (!input.owner) return refused("choose", "owner");
  if (!input.due) return refused("choose", "due");
  if (!ownersFor(item, await calledPosts(tx, meeting.id), directory).includes(input.owner))
    return refused("not-invitable", "owner");
  const due = (dues as readonly string[]).includes(input.due)
    ? dueDay(input.due as (typeof dues)[number], calendar)
    : (input.due as Day);
  if (!mayBeDue(due, meeting.onDay)) return refused("date-to-come", "due");
  const owner = input.owner === helhedsplan ? await helhedsplanOf(tx, item.id, directory) : ok(input.owner);
  return owner.ok ? ok({ owner: owner.value, due }) : owner;
}

/** The days that decisions of a meeting are counted from. */
export function calendarOf(agreement: AgreementContent, { series, onDay }: Pick<MeetingRow, "series" | "onDay">) {
  const days = workingDays(agreement.workingDays.exceptions);
  const cadence = seriesOf(agreement, series)?.cadence ?? { everyWeeks: 8 };
  return { meeting: onDay, next: nextMeeting(cadence, onDay, days), days };
}

/** "Ingen ændring" for every case that nothing was decided about. Refuses like `leadMeeting`. */
export async function decideRest(tx: Tx, me: Member, meeting: string): Promise<Result<{ cases: number }>> {
  const led = await leadMeeting(tx, me, { id: meeting, states: ["held"] });
  if (!led.ok) return led;
  const { count } = await tx.sql`
    update meeting_item set outcome = 'no_change' where meeting_id = ${meeting} and kind = 'case' and outcome is null`;
  await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok({ cases: count });
}
