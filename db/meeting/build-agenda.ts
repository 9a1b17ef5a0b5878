import { randomUUID } from "node:crypto";
import { weeksBetween } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { type AgendaReason, agendaOf } from "#lib/meeting/agenda.ts";
import { arrange } from "#lib/meeting/arrange.ts";
import type { CaseFacts } from "#lib/meeting/case-facts.ts";
import { lineOf } from "#lib/referral/line.ts";
import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import { masked } from "../board/masked.ts";
import { type OpenReferral, openReferrals } from "../board/open-referrals.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf } from "../directory/directory.ts";
import { tellLists } from "../live/tell-lists.ts";
import { agendaFacts } from "./agenda-facts.ts";
import { calledPosts, leadMeeting } from "./find-meeting.ts";
import { type Talks, talksOf } from "./talks-of.ts";

type Item = { id: string; referral: string | null; kind: "case" | "point"; rank: number | null };

/**
 * Builds the agenda of a meeting that is called from what is open today: new cases come, those that need no talk any more
 * go, facts are brought up to date, points and an order that somebody chose stay. Doing it again changes nothing. Refuses
 * like `leadMeeting`.
 */
export async function buildAgenda(tx: Tx, me: Member, meeting: string): Promise<Result<{ changed: boolean }>> {
  const led = await leadMeeting(tx, me, { id: meeting, states: ["called"] });
  if (!led.ok) return led;
  const { facts, quiet } = await factsOfToday(tx, me, led.value.series);
  const { sql } = tx;
  const items = await sql<Item[]>`
    select i.id, c.referral_id as referral, i.kind, (i.facts ->> 'rank')::int as rank
    from meeting_item i left join meeting_case c on c.partnership_id = i.partnership_id and c.item_id = i.id
    where i.meeting_id = ${meeting} order by i.position, i.id`;
  const keyOf = ({ id, referral }: Item) => referral ?? id;
  const known = new Map(items.map((item) => [keyOf(item), item]));
  const order = arrange(
    items.map((item) => ({ key: keyOf(item), rank: item.kind === "point" ? null : item.rank })),
    [...facts.keys()],
  );

  const gone = items.filter((item) => !order.includes(keyOf(item))).map(({ id }) => id);
  if (gone.length > 0) {
    await sql`delete from meeting_case where item_id = any (${gone}::uuid[])`;
    await sql`delete from meeting_item where id = any (${gone}::uuid[])`;
  }
  const placed = order.map((key, position) => ({ key, position, facts: facts.get(key) ?? null }));
  const kept = placed.flatMap(({ key, ...rest }) => {
    const item = known.get(key);
    return item ? [{ id: item.id, ...rest }] : [];
  });
  const changed = await sql`
    update meeting_item i set position = v.position, facts = v.facts
    from jsonb_to_recordset(${sql.json(kept)}) as v(id uuid, position int, facts jsonb)
    where i.meeting_id = ${meeting} and i.id = v.id and (i.position, i.facts) is distinct from (v.position, v.facts)`;
  const fresh = placed
    .filter(({ key }) => !known.has(key))
    .map(({ key, ...rest }) => ({ id: randomUUID(), referral: key, ...rest }));
  const own = { partnership_id: me.partnership };
  if (fresh.length > 0) {
    await sql`insert into meeting_item ${sql(
      fresh.map(({ id, position, facts: told }) => ({
        ...own,
        id,
        meeting_id: meeting,
        position,
        kind: "case",
        facts: sql.json(told),
      })),
    )}`;
    await sql`insert into meeting_case ${sql(
      fresh.map(({ id, referral }) => ({ ...own, item_id: id, referral_id: referral })),
    )}`;
  }
  const counted =
    await sql`update meeting set quiet = ${quiet} where id = ${meeting} and quiet is distinct from ${quiet}`;
  const different = gone.length + fresh.length + changed.count + counted.count > 0;
  if (different) await tellLists(tx, me, await calledPosts(tx, meeting));
  return ok({ changed: different });
}

/** The cases of today in the order of the rules, by referral, and how many go on as agreed; null where none are talked of. */
async function factsOfToday(tx: Tx, me: Member, series: string) {
  const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
  // Referrals are talked of in the agreement's first series; the others come with points alone.
  const talksOfThem = agreement.meetings[0]?.code === series;
  const open = talksOfThem ? await openReferrals(tx, me, {}) : [];
  const talks = await talksOf(tx, open);
  const agenda = agendaOf(
    open.map((referral) => agendaFacts(referral, { directory, agreement, talks })),
    me.today,
  );
  const days = workingDays(agreement.workingDays.exceptions);
  const facts = new Map(
    agenda.cases.map(({ facts: { id, referral }, reasons }, rank) => [
      id,
      caseFacts(referral, { me, directory, days, talks, reasons, rank }),
    ]),
  );
  return { facts, quiet: talksOfThem ? agenda.quiet : null };
}

type Telling = {
  me: Member;
  directory: Directory;
  days: ReturnType<typeof workingDays>;
  talks: Talks;
  reasons: AgendaReason[];
  rank: number;
};

function caseFacts(referral: OpenReferral, { me, directory, days, talks, reasons, rank }: Telling): CaseFacts {
  const { state, wait, ball } = lineOf(referral, { today: me.today, days });
  if (state === "closed") throw new Error("a closed referral is no case of a meeting");
  const talk = talks.get(referral.id);
  return {
    service: referral.service,
    holder: masked(directory, referral.holder),
    waitsFor: masked(directory, ball ?? referral.holder),
    weeks: weeksBetween(referral.loggedOn, me.today),
    state,
    wait,
    reasons,
    rank,
    discussed: talk?.count ?? 0,
    last: talk?.last ?? null,
  };
}
