import type { Day } from "#lib/calendar/day.ts";
import type { Case, PersonId, PostId } from "#lib/referral/case.ts";
import type { ResultKind } from "#lib/referral/change.ts";
import type { Scope } from "#lib/referral/words.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

export type PartyRow = { scope: Scope; seesResult: boolean; mine: boolean };
export type EventRow = {
  id: string;
  seq: number;
  handover: string | null;
  act: string;
  person: PersonId | null;
  post: PostId | null;
  reason: string | null;
  details: Record<string, string | number | boolean | null>;
  day: Day;
  /** Within the last two hours. */
  fresh: boolean;
};
export type MessageRow = {
  event: string;
  handover: string | null;
  kind: "note" | "question" | "answer" | "advice";
  code: string | null;
  text: string | null;
};
export type ResultRow = { event: string; kind: ResultKind; code: string };

/** What stands beside a referral, as far as the policies let this person read it. A time of day never leaves here. */
export type Beside = {
  parties: PartyRow[];
  /** Newest first. */
  events: EventRow[];
  /** Oldest first. */
  messages: MessageRow[];
  results: ResultRow[];
  version: { number: number; writtenOn: Day } | null;
  sameResident: string[];
};

export async function readBeside({ sql }: Tx, me: Member, referral: string): Promise<Beside> {
  const its = sql`referral_id = ${referral}`;
  const led = me.duties.includes("lead") ? sql`post_id = any ((select door.overseen())::uuid[])` : sql`false`;
  const [parties, events, messages, results, versions, same] = await Promise.all([
    sql<PartyRow[]>`
      select scope, sees_result as "seesResult", post_id = any (${me.posts}::uuid[]) as mine from party
      where ${its} and (until is null or until >= ${me.today}) and (post_id = any (${me.posts}::uuid[]) or ${led})`,
    sql<EventRow[]>`
      select id, seq, handover_id as handover, act, person_id as person, post_id as post, reason, details,
        to_char(at at time zone 'Europe/Copenhagen', 'YYYY-MM-DD') as day,
        at > app_clock() - interval '2 hours' as fresh
      from event where ${its} order by seq desc`,
    sql<MessageRow[]>`
      select event_id as event, handover_id as handover, kind, code, body as text from message where ${its} order by at`,
    sql<ResultRow[]>`select event_id as event, kind, code from result where ${its}`,
    sql<{ number: number; writtenOn: Day }[]>`
      select version as number, written_on as "writtenOn" from referral_matter where ${its} order by version desc limit 1`,
    sql<{ code: string }[]>`
      with same as materialized (
        select m.partnership_id, m.referral_id as id from resident_mark mine
        join resident_mark m on m.partnership_id = mine.partnership_id and m.mark = mine.mark
        where mine.referral_id = ${referral} and m.referral_id <> ${referral})
      select r.code from same join (
        select partnership_id, id, code, logged_on from referral
        union all select partnership_id, id, code, logged_on
          from door.muted_referrals(ids => array(select id from same))) r using (partnership_id, id)
      order by r.logged_on desc, r.code`,
  ]);
  return {
    parties: [...parties],
    events: [...events],
    messages: [...messages],
    results: [...results],
    version: versions[0] ?? null,
    sameResident: same.map((each) => each.code),
  };
}

/**
 * The same for an origin that may not hear how it goes: what somebody did who has it by now is told of whoever took it over
 * from the origin, but for a call, which is meant for the origin itself.
 */
export function mutedBeside(beside: Beside, { holder, current, past, waiting, origin }: Case): Beside {
  const known = new Set([...past, current, waiting].map((each) => each?.id));
  const taken = current ?? past.findLast(({ to }) => to === holder) ?? null;
  return {
    ...beside,
    events: beside.events.map((event) => {
      if (!event.handover || known.has(event.handover)) return event;
      const named = event.post === origin || event.act === "call";
      return { ...event, handover: taken?.id ?? null, post: named ? event.post : holder };
    }),
  };
}
