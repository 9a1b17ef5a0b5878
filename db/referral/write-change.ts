import type postgres from "postgres";
import type { Day } from "#lib/calendar/day.ts";
import { undoable, undoSeconds } from "#lib/referral/acts/undo.ts";
import type { EventName } from "#lib/referral/acts.ts";
import { type Case, type Handover, type PostId, touched } from "#lib/referral/case.ts";
import { type Change, changed } from "#lib/referral/change.ts";
import { dueOn } from "#lib/referral/clocks.ts";
import type { Matter } from "#lib/referral/matter.ts";
import { unheardBy } from "#lib/referral/muted.ts";
import type { Tx } from "../client.ts";
import type { NewIds } from "./new-ids.ts";

/** `heard`: the posts whose lists changed, and that may hear of it. */
export type Written = { referral: Case; event: string; heard: PostId[] };

export type Writing = {
  partnership: string;
  person: string | null;
  post: string | null;
  today: Day;
  /** The moment of the event, for data that tells of earlier days; the database's own clock when left out. */
  at?: string | undefined;
  act: EventName;
  before: Case;
  ids: NewIds;
  /** Done by an origin that may not read these handovers, nor perhaps its row: the database writes them for it. */
  muted?: { handovers: ReadonlySet<string>; row: boolean } | null;
  /** Of what was logged in this transaction: who has had a part in it until now. */
  fresh?: "nobody" | "origin" | undefined;
  /** Of an undo: the event that it takes back, and since when it lay where it lies again. */
  takesBack?: { event: string; heldSince: Day } | undefined;
};

/**
 * Writes one change, whole, inside the transaction that locked the referral and decided the change, without waiting for an
 * answer in between: once `sent` is there, all of it is written. The order matters, since the database compares each row with
 * what the act makes of it: the event, which says who does what, before everything; what the resident said and the situation
 * before the handovers that rest on them; then the referral's row; and the parties last, since a party that loses its scope
 * may write no more.
 */
export function sendChange(tx: Tx, change: Change, writing: Writing): { written: Written; sent: Promise<unknown> } {
  const { sql } = tx;
  const { partnership, person, post, today, at, act, before, ids } = writing;
  const { event } = ids;
  const after = changed(before, change, today);
  const own = { partnership_id: partnership, referral_id: before.id };
  const when = at ? { at } : {};
  const writes: Statement[] = [];

  writes.push(
    sql`insert into event ${sql({
      ...own,
      id: ids.seed,
      handover_id: change.event.handover,
      act,
      person_id: person,
      post_id: post,
      reason: change.event.reason,
      details: sql.json(change.event.details),
      ...when,
    })}`,
  );

  const undone = writing.takesBack?.event;
  if (undone)
    writes.push(sql`update notice set dropped_at = app_clock() where event_id = ${undone} and person_id = ${person}`);
  for (const [index, consent] of change.consents.entries())
    writes.push(
      sql`insert into consent ${sql({
        ...own,
        seq: before.consents.length + index + 1,
        unit_id: consent.unit,
        name: consent.name,
        feedback: index === change.consents.length - 1 ? change.feedback : null,
        recorded_on: consent.recordedOn,
        expires_on: consent.expiresOn,
      })}`,
    );
  if (change.matter) writes.push(insertMatter(tx, own, { matter: change.matter, today }));

  writes.push(...handoverWrites(tx, own, { change, writing }), rowWrite(tx, { writing, after }));

  if (change.deleteNote)
    writes.push(
      // Also what whoever takes the consent back may not read.
      person
        ? sql`select door.delete_text(${before.id})`
        : sql`delete from message where referral_id = ${before.id} and body is not null`,
    );
  if (change.message) {
    const { kind, code, text } = change.message;
    writes.push(
      sql`insert into message ${sql({
        ...own,
        event_id: event,
        handover_id: change.event.handover,
        kind,
        code,
        body: text,
        ...when,
      })}`,
    );
  }
  if (change.results.length > 0)
    writes.push(
      sql`insert into result ${sql(
        change.results.map(({ kind, code }) => ({ ...own, event_id: event, kind, code, on_day: today })),
      )}`,
    );
  const wait = (undoable as readonly string[]).includes(act) ? undoSeconds : 0;
  const unheard = unheardBy({ act, change, before, after });
  const told = change.notices.filter((notice) => notice.to !== unheard);
  if (told.length > 0)
    writes.push(sql`
      insert into notice (partnership_id, to_post, kind, referral_id, event_id, person_id, at, release_at)
      select ${partnership}::uuid, told.to_post, told.kind, ${before.id}::uuid, ${event}::uuid, ${person}::uuid,
        coalesce(${at ?? null}::timestamptz, app_now()),
        coalesce(${at ?? null}::timestamptz, app_clock() + make_interval(secs => ${wait}))
      from unnest(${told.map(({ to }) => to)}::uuid[], ${told.map(({ kind }) => kind)}::text[]) told (to_post, kind)`);

  writes.push(...partyWrites(tx, own, { change, after, fresh: writing.fresh }));
  // Whoever had no part any more sees what they achieved, and can take it back, once they have their part again.
  if (undone) writes.push(sql`delete from result where event_id = ${undone}`);
  const heard = touched(before, after).filter((each) => each !== unheard);
  return { written: { referral: after, event, heard }, sent: Promise.all(writes) };
}

/** The same, once it is written. */
export async function writeChange(tx: Tx, change: Change, writing: Writing): Promise<Written> {
  const { written, sent } = sendChange(tx, change, writing);
  await sent;
  return written;
}

type Statement = postgres.PendingQuery<postgres.Row[]>;

/** What the writer may not read the database works out itself, from the event. */
function handoverWrites({ sql }: Tx, own: Own, { change, writing }: Row): Statement[] {
  const { before, muted } = writing;
  const known = new Set([...before.past, before.current, before.waiting].map((handover) => handover?.id));
  return change.handovers.map((handover) => {
    const row = handoverRow(handover);
    if (!known.has(handover.id)) return sql`insert into handover ${sql({ ...own, ...row })}`;
    if (muted?.handovers.has(handover.id)) return sql`select door.change_handover(${handover.id})`;
    return sql`update handover set ${sql(row)} where id = ${handover.id}`;
  });
}

function rowWrite({ sql }: Tx, { writing, after }: Omit<Row, "change"> & { after: Case }): Statement {
  const { before, today, muted, takesBack } = writing;
  if (muted?.row) return sql`select door.change_referral(${before.id})`;
  const heldSince = after.holder === before.holder ? sql`held_since` : sql`${takesBack?.heldSince ?? today}::date`;
  return sql`update referral set ${sql({
    status: after.status,
    holder_post: after.holder,
    waiting_id: after.waiting?.id ?? null,
    current_id: after.current?.id ?? null,
    assigned: after.assigned,
    on_agenda: after.onAgenda,
    next_step_by: after.nextStepBy,
    follow_up_on: after.followUpOn,
    due_on: dueOn(after, today),
    touched_on: after.touchedOn,
    urgent: after.urgent,
    closed_on: after.closedOn,
    closed_by: after.closedBy,
    ...(after.origin === before.origin ? {} : { origin_post: after.origin }),
  })}, events = events + 1, held_since = ${heldSince} where id = ${before.id}`;
}

type Row = { change: Change; writing: Writing };
type Own = { partnership_id: string; referral_id: string };

/** A version of the situation; the newest counts. */
const insertMatter = ({ sql }: Tx, own: Own, { matter, today }: { matter: Matter; today: Day }) =>
  sql`insert into referral_matter (partnership_id, referral_id, version, situations, answers, age, children, letter_on,
      pay_by, contact, written_on)
    select ${own.partnership_id}, ${own.referral_id}, coalesce(max(version), 0) + 1, ${matter.situations}::text[],
      ${sql.json(matter.answers)}, ${matter.age}, ${matter.children}, ${matter.letterOn}::date, ${matter.payBy}::date,
      ${matter.contact}::contact, ${today}::date
    from referral_matter where referral_id = ${own.referral_id}`;

/**
 * Everybody but the origin sees how it goes; the origin only with consent to feedback. One statement: see above. Of what
 * nobody has had a part in yet it is known who is new.
 */
function partyWrites({ sql }: Tx, own: Own, { change, after, fresh }: Parties): Statement[] {
  const rows = change.parties.map(({ post, scope, until }) => ({
    ...own,
    post_id: post,
    scope,
    until: until ?? null,
    sees_result: post !== after.origin || after.feedback === "yes",
  }));
  const origin = { ...own, post_id: after.origin, scope: "whole", until: null, sees_result: after.feedback === "yes" };
  if (change.feedback !== null && !rows.some(({ post_id }) => post_id === after.origin)) rows.push(origin as never);
  if (rows.length === 0) return [];
  if (fresh === "nobody") return [sql`insert into party ${sql(rows)}`];
  if (fresh === "origin") {
    const others = rows.filter(({ post_id }) => post_id !== after.origin);
    const known = rows.filter(({ post_id }) => post_id === after.origin);
    return [
      ...known.map(
        ({ scope, until, sees_result }) => sql`
          update party set ${sql({ scope, until, sees_result })}
          where referral_id = ${own.referral_id} and post_id = ${after.origin}`,
      ),
      ...(others.length > 0 ? [sql`insert into party ${sql(others)}`] : []),
    ];
  }
  return [
    sql`
      insert into party ${sql(rows)}
      on conflict (partnership_id, referral_id, post_id)
      do update set scope = excluded.scope, until = excluded.until, sees_result = excluded.sees_result`,
  ];
}

type Parties = { change: Change; after: Case; fresh: Writing["fresh"] };

const handoverRow = (handover: Handover) => ({
  from_post: handover.from,
  to_post: handover.to,
  state: handover.state,
  discussion: handover.discussion,
  agreed: handover.agreed,
  redirected_by: handover.redirectedBy,
  delivered_on: handover.deliveredOn,
  opened_on: handover.openedOn,
  answer_by: handover.answerBy,
  answer_left: handover.answerLeft,
  question_by: handover.questionBy,
  questions: handover.questions,
  assigned: handover.assigned,
  identity_on: handover.identityOn,
  accepted_on: handover.acceptedOn,
  contact_by: handover.contactBy,
  contacted_on: handover.contactedOn,
  hold_until: handover.holdUntil,
  hold_for: handover.holdFor,
  reason: handover.reason,
});
