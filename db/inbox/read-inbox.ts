import type postgres from "postgres";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import { type Agreement, serviceName, servicesEver } from "#lib/agreement/service-of.ts";
import { weekNumber } from "#lib/calendar/day.ts";
import { type WorkingDays, workingDays } from "#lib/calendar/working-days.ts";
import { basisOf } from "#lib/referral/acts.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import { type InboxQuery, type InboxRow, type InboxView, rowsAtFirst } from "#lib/referral/inbox-view.ts";
import { ageOf, lineOf, timeLeft } from "#lib/referral/line.ts";
import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf, postLabel } from "../directory/directory.ts";
import { look } from "../log/look.ts";
import { columns, type Found, standingOf } from "./found.ts";
import { dayWith, putOff, waitingDue } from "./put-off.ts";

const asked: InboxQuery = {
  list: "waits",
  service: undefined,
  state: undefined,
  view: undefined,
  unit: undefined,
  sort: undefined,
  rows: rowsAtFirst,
  lang: "da",
};

/**
 * The inbox of somebody's posts, the least time left first: what was sent to them and waits, or what lies with them. One
 * query, bound for each post to an index that is in this order, so that it costs the same however much there is; only who
 * asks for the newest first has all that is open at their posts sorted.
 */
export async function readInbox(tx: Tx, me: Member, query: InboxQuery = asked): Promise<Result<InboxView>> {
  const [found, directory, agreement] = await Promise.all([
    query.list === "waits" ? findWaiting(tx.sql, me, query) : findHeld(tx.sql, me, query),
    directoryOf(tx, me),
    agreementOf(tx, me, me.agreement),
  ]);
  const row = rowsFor({ me, directory, agreement, query, days: workingDays(agreement.workingDays.exceptions) });
  const rows = found.slice(0, query.rows);
  look(tx, "inbox", { codes: rows.map(({ code }) => code) });
  return ok({ rows: rows.map(row), more: found.length > query.rows });
}

/** The limit stands within each post, so that no more rows are looked at than may be shown. */
const findWaiting = (sql: postgres.TransactionSql, me: Member, query: InboxQuery) => sql<Found[]>`
  select found.* from unnest(${me.posts}::uuid[]) mine(post) cross join lateral (
    select ${sql.unsafe(columns)}
    from handover w
    join referral r on r.partnership_id = w.partnership_id and r.id = w.referral_id
    left join handover c on c.partnership_id = r.partnership_id and c.id = r.current_id
    where w.partnership_id = ${me.partnership} and w.to_post = mine.post and w.state in ('sent', 'opened', 'asked')
      ${narrowed(sql, me, { query, due: waitingDue(sql) })}
    order by ${query.sort ? sql`w.delivered_on desc nulls last, r.code` : sql`w.answer_by, r.urgent desc, r.logged_on, r.code`}
    limit ${query.rows + 1}) found
  order by ${query.sort ? sql`"deliveredOn" desc nulls last, code` : sql`"answerBy", urgent desc, "loggedOn", code`}
  limit ${query.rows + 1}`;

const findHeld = (sql: postgres.TransactionSql, me: Member, query: InboxQuery) => sql<Found[]>`
  select found.* from unnest(${me.posts}::uuid[]) mine(post) cross join lateral (
    select ${sql.unsafe(columns)}
    from referral r
    left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
    left join handover c on c.partnership_id = r.partnership_id and c.id = r.current_id
    where r.partnership_id = ${me.partnership} and r.holder_post = mine.post and r.status = 'open'
      ${narrowed(sql, me, { query, due: sql`r.due_on` })}
    order by ${query.sort ? sql`coalesce(c.accepted_on, r.held_since) desc, r.code` : sql`r.due_on, r.urgent desc, r.logged_on, r.code`}
    limit ${query.rows + 1}) found
  order by ${query.sort ? sql`coalesce("acceptedOn", "heldSince") desc, code` : sql`"dueOn", urgent desc, "loggedOn", code`}
  limit ${query.rows + 1}`;

type Narrowing = { query: InboxQuery; due: postgres.PendingQuery<postgres.Row[]> };

/** Of one service, in one state, from one unit, or in one view. What this person has put off is left out. */
function narrowed(sql: postgres.TransactionSql, me: Member, { query, due }: Narrowing) {
  const { today, person } = me;
  const { list, service, state, view, unit } = query;
  const held = sql`(w.id is null and c.state = 'on_hold' and c.hold_until >= ${today})`;
  const day = dayWith(sql, me, due);
  const states = {
    late: sql`and ${day} < ${today}`,
    last_day: sql`and ${held} is not true and ${day} = ${today}`,
    in_time: sql`and ${held} is not true and (${day} is null or ${day} > ${today})`,
    on_hold: sql`and ${held}`,
  };
  const views = {
    mine: sql`and ${list === "waits" ? sql`w` : sql`r`}.assigned = ${person}`,
    ball:
      list === "waits"
        ? sql`and w.state <> 'asked'`
        : sql`and ${held} is not true and (w.id is null or w.state in ('proposed', 'asked'))`,
    late: sql`and ${day} < ${today}`,
    meeting: sql`and r.on_agenda`,
  };
  const from = sql`and ${list === "waits" ? sql`r.holder_post` : sql`r.origin_post`} in (
    select p.id from post p where p.partnership_id = r.partnership_id and p.unit_id = ${unit ?? null})`;
  return sql`${unit ? from : sql``} ${view ? views[view] : sql``} ${view === "meeting" ? sql`` : sql`and not ${putOff(sql, me, due)}`} ${service ? sql`and r.service = ${service}` : sql``} ${state ? states[state] : sql``}`;
}

type Around = {
  me: Member;
  directory: Directory;
  agreement: Agreement;
  query: InboxQuery;
  days: WorkingDays;
};

/** Turns what was found into what is shown. */
function rowsFor({ me, directory, agreement, query, days }: Around): (found: Found) => InboxRow {
  const { lang } = query;
  const { today } = me;
  const services = new Map(servicesEver(agreement).map((each) => [each.code, serviceName(each)[lang]]));
  const label = (post: PostId) => postLabel(directory, post, lang);
  const name = (person: PersonId | null) => (person ? (directory.people.get(person) ?? null) : null);

  /** A helhedsplan that sent it on is no party to what came of it, and is not named. */
  const sentOnBy = (post: PostId | null) =>
    post && directory.posts.get(post)?.side === "municipal" ? label(post) : null;

  return (found) => {
    const referral = standingOf(found);
    const { waiting, current } = referral;
    const line = lineOf(referral, { today, days });
    const mine = line.ball !== null && me.posts.includes(line.ball);
    const received = query.list === "waits";
    const since = received ? found.deliveredOn : (found.acceptedOn ?? found.heldSince);
    return {
      code: found.code,
      service: services.get(found.service) ?? found.service,
      urgent: found.urgent,
      state: line.state,
      hold:
        line.wait === "hold" && found.holdFor && found.holdUntil
          ? { what: holdText(agreement, found.holdFor, lang), until: found.holdUntil }
          : null,
      holder: label(found.holder),
      week: weekNumber(found.heldSince),
      by: received ? sentOnBy(found.redirectedBy) : found.origin === found.holder ? null : label(found.origin),
      ball: line.ball && (mine && me.posts.length === 1 ? null : label(line.ball)),
      mine,
      wait: line.wait,
      due: line.due,
      left: timeLeft(line, today),
      age: ageOf(since ?? found.loggedOn, today),
      person: name(received ? found.waitingAssigned : found.assigned),
      discussion: found.discussion ?? false,
      agreed: found.agreed ?? false,
      basis: received && !found.discussion ? JSON.stringify(basisOf({ status: "open", waiting, current })) : null,
    };
  };
}

const holdText = ({ forAll }: AgreementContent, code: string, lang: InboxQuery["lang"]): string =>
  forAll.onHold.find((reason) => reason.code === code)?.text[lang] ?? code;
