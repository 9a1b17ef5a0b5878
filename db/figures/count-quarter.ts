import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { OutcomeClass } from "#lib/agreement/outcome-class.ts";
import { sideOf, type UnitKind } from "#lib/agreement/parties.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { danishWhereEmpty } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { nextQuarter, type Quarter } from "#lib/figures/quarter.ts";
import type { Answer, QuarterCounts } from "#lib/figures/release.ts";
import type { Tx } from "../client.ts";

type Of = { partnership: string; quarter: Quarter };
type Sql = Tx["sql"];
type Agreement = { id: string; content: AgreementContent };
type Answered = { service: string; act: string; reason: string | null; sent: Day | null; on: Day; count: number };

/** What an answer is called in the figures. */
const answerOf: Record<string, Answer> = {
  accept: "accepted",
  return: "returned",
  redirect: "redirected",
  advise: "advised",
};

/**
 * Counts one quarter of a partnership, as the jobs' login: each event on the day it happened in Denmark, none that was
 * taken back within its ten seconds, and nothing of what was logged by mistake. What was solved on the spot counts like the rest.
 */
export async function countQuarter({ sql }: Pick<Tx, "sql">, of: Of): Promise<QuarterCounts> {
  const [agreements, referrals, answered, ended, actions] = await Promise.all([
    agreementsOf(sql, of),
    sql<{ service: string; kind: UnitKind; count: number }[]>`
      select r.service, u.kind, count(*)::int as count from ${happened(sql, of)} e
      join referral r on r.partnership_id = e.partnership_id and r.id = e.referral_id and r.status <> 'voided'
      join post p on p.partnership_id = r.partnership_id and p.id = r.origin_post
      join unit u on u.partnership_id = p.partnership_id and u.id = p.unit_id
      where e.act = 'log' group by 1, 2`,
    answersIn(sql, of),
    endingsIn(sql, of),
    actionsIn(sql, of),
  ]);
  const [newest] = agreements;
  const days = workingDays(newest?.content.workingDays.exceptions);
  return {
    services: servicesOf(agreements),
    reasons: reasonsOf(
      agreements,
      answered.flatMap(({ act, reason }) => (act === "return" && reason ? [reason] : [])),
    ),
    referrals: referrals.map(({ service, kind, count }) => ({
      service,
      count,
      direction: sideOf(kind) === "municipal" ? "fromMunicipality" : "fromHousing",
    })),
    answers: answered.map(({ service, act, reason, sent, on, count }) => ({
      service,
      answer: answerOf[act] ?? "advised",
      reason: act === "return" ? reason : null,
      count,
      days: sent ? Array.from({ length: count }, () => Math.max(0, days.between(sent, on))) : [],
    })),
    finished: ended.map(({ service, agreement, outcome, count }) => ({
      service,
      count,
      outcome: classOf(agreements, { service, agreement, outcome }),
    })),
    actions,
  };
}

/** The events of the quarter that stand: an undo comes right after what it undoes. */
const happened = (sql: Sql, { partnership, quarter }: Of) => sql`(
  select x.*, (x.at at time zone 'Europe/Copenhagen')::date as day from event x
  where x.partnership_id = ${partnership}
    and x.at >= ${quarter}::timestamp at time zone 'Europe/Copenhagen'
    and x.at < ${nextQuarter(quarter)}::timestamp at time zone 'Europe/Copenhagen'
    and not exists (select 1 from event u where u.partnership_id = x.partnership_id
      and u.referral_id = x.referral_id and u.seq = x.seq + 1 and u.act = 'undo'))`;

/** Those that governed before the quarter was over, the newest first. */
const agreementsOf = async (sql: Sql, { partnership, quarter }: Of): Promise<Agreement[]> =>
  danishWhereEmpty([
    ...(await sql<Agreement[]>`
      select id, content from agreement
      where partnership_id = ${partnership} and valid_from < ${nextQuarter(quarter)} order by number desc`),
  ]);

const answersIn = (sql: Sql, of: Of) => sql<Answered[]>`
  select r.service, e.act, coalesce(e.reason, why.code) as reason, h.delivered_on as sent, e.day as on,
    count(*)::int as count
  from ${happened(sql, of)} e
  join referral r on r.partnership_id = e.partnership_id and r.id = e.referral_id and r.status <> 'voided'
  left join handover h on h.partnership_id = e.partnership_id and h.id = e.handover_id
  left join result why on why.partnership_id = e.partnership_id and why.event_id = e.id and why.kind = 'reason'
  where e.act = any (${Object.keys(answerOf)}) group by 1, 2, 3, 4, 5`;

type Ended = { service: string; agreement: string; outcome: string | null; count: number };

/** Each referral that the quarter ended with closed, once, by its last ending: one that was opened again has not ended. */
const endingsIn = (sql: Sql, of: Of) => sql<Ended[]>`
  select r.service, r.agreement_id as agreement, o.code as outcome, count(*)::int as count
  from (
    select distinct on (e.referral_id) e.* from ${happened(sql, of)} e
    where e.act in ('complete', 'close', 'reopen') order by e.referral_id, e.seq desc) last
  join referral r on r.partnership_id = last.partnership_id and r.id = last.referral_id and r.status <> 'voided'
  left join result o on o.partnership_id = last.partnership_id and o.event_id = last.id and o.kind = 'outcome'
  where last.act <> 'reopen' group by 1, 2, 3`;

/** What a meeting decided, in the quarter of the next meeting of its series: was it done by then? */
async function actionsIn(sql: Sql, { partnership, quarter }: Of): Promise<QuarterCounts["actions"]> {
  const [row] = await sql<{ done: number; waiting: number }[]>`
    select count(*) filter (where d.done_on <= m.on_day)::int as done,
      count(*) filter (where d.done_on is null or d.done_on > m.on_day)::int as waiting
    from meeting m
    join lateral (
      select p.id from meeting p where p.partnership_id = m.partnership_id and p.series = m.series
        and p.state = 'closed' and p.number < m.number order by p.number desc limit 1) before on true
    join decision d on d.partnership_id = m.partnership_id and d.meeting_id = before.id
    where m.partnership_id = ${partnership} and m.state = 'closed'
      and m.on_day >= ${quarter} and m.on_day < ${nextQuarter(quarter)}`;
  return row ?? { done: 0, waiting: 0 };
}

/** By code, as the newest agreement that knows it calls it. */
function servicesOf(agreements: readonly Agreement[]): QuarterCounts["services"] {
  const all = agreements.flatMap(({ content }) => content.services);
  return firsts(all).map((each) => ({ code: each.code, name: serviceName(each), norm: each.norm.answer }));
}

function reasonsOf(agreements: readonly Agreement[], given: readonly string[]): QuarterCounts["reasons"] {
  const all = agreements.flatMap(({ content }) => [
    ...content.forAll.returnReasons,
    ...content.services.flatMap(({ returnReasons }) => returnReasons),
  ]);
  return firsts(all)
    .filter(({ code }) => given.includes(code))
    .map(({ code, text }) => ({ code, name: text }));
}

const firsts = <Each extends { code: string }>(all: readonly Each[]): Each[] =>
  all.filter(({ code }, at) => all.findIndex((other) => other.code === code) === at);

/** How it went, by the agreement that the referral was logged under. */
function classOf(
  agreements: readonly Agreement[],
  { service, agreement, outcome }: Omit<Ended, "count">,
): OutcomeClass {
  const content = agreements.find(({ id }) => id === agreement)?.content;
  const own = content?.services.find(({ code }) => code === service)?.outcomes ?? [];
  const known = [...own, ...(content?.forAll.outcomes ?? [])].find(({ code }) => code === outcome);
  return known?.outcomeClass ?? "unknown";
}
