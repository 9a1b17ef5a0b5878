import { randomUUID } from "node:crypto";
import type { Day } from "#lib/calendar/day.ts";
import { type Before, beforeOf, undoable, undoSeconds } from "#lib/referral/acts/undo.ts";
import type { EventName } from "#lib/referral/acts.ts";
import { type Case, type Handover, type PostId, touched } from "#lib/referral/case.ts";
import { type Change, changed } from "#lib/referral/change.ts";
import { dueOn } from "#lib/referral/clocks.ts";
import type { Matter } from "#lib/referral/matter.ts";
import { unheardBy } from "#lib/referral/muted.ts";
import type { Tx } from "../client.ts";

/** `referral` as whoever did it may know it; `heard`: the posts whose lists changed, and that may hear of it. */
export type Written = { referral: Case; event: string; heard: PostId[] };

type Writing = {
  partnership: string;
  person: string | null;
  post: { id: string; name: string } | null;
  today: Day;
  /** The moment of the event, for data that tells of earlier days; the database's own clock when left out. */
  at?: string | undefined;
  act: EventName;
  before: Case;
  /** Number of the referral's latest event so far; null for whoever may not know it. */
  events: number | null;
  /** Done by an origin that may not read its row, nor these handovers: the database writes them for it. */
  muted?: { handovers: ReadonlySet<string>; known: Case } | null;
};

/**
 * Writes one change, whole: row, handovers, consents, matter, event, notices, and last what each party may see. It runs
 * inside the transaction that locked the referral and decided the change. The order matters: the row before the
 * handovers that its holder sends, the event before what stands beside it, and the parties last, since a party that
 * loses its scope may write no more.
 */
export async function writeChange(tx: Tx, change: Change, writing: Writing): Promise<Written> {
  const { sql } = tx;
  const { partnership, person, post, today, at, act, before, events, muted = null } = writing;
  const unseen = muted !== null && events === null;
  const after = changed(before, change, today);
  const event = randomUUID();
  const own = { partnership_id: partnership, referral_id: before.id };
  // What an origin takes to the agenda it may not take back: it would have to know how it stood.
  const keep =
    (undoable as readonly string[]).includes(act) && !(unseen && act === "agenda")
      ? beforeOf(before, change, await partiesOf(tx, before))
      : null;

  await writeRow(tx, { change, writing, after });
  await writeHandovers(tx, own, { change, writing });

  // An undo gives scopes back, and may do so only while the act it undoes is the latest event.
  if (act === "undo") await writeParties(tx, own, { change, after });

  await sql`insert into event ${sql({
    ...own,
    id: event,
    seq: events === null ? null : events + 1,
    handover_id: change.event.handover,
    act,
    person_id: person,
    post_id: post?.id ?? null,
    post_name: post?.name ?? null,
    reason: change.event.reason,
    details: sql.json(change.event.details),
    before: keep ? sql.json(keep) : null,
    ...(at ? { at } : {}),
  })}`;

  const writes: PromiseLike<unknown>[] = [];
  const when = at ? { at } : {};
  change.consents.forEach((consent, index) => {
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
  });
  if (change.matter) writes.push(insertMatter(tx, own, { matter: change.matter, today }));
  if (change.deleteNote)
    writes.push(
      unseen
        ? sql`select door.delete_text(${before.id})`
        : sql`delete from message where referral_id = ${before.id} and body is not null`,
    );
  if (change.message) {
    const { kind, code, text } = change.message;
    writes.push(
      sql`insert into message ${sql({
        ...own,
        id: randomUUID(),
        event_id: event,
        handover_id: change.event.handover,
        kind,
        code,
        body: text,
        ...when,
      })}`,
    );
  }
  for (const { kind, code } of change.results)
    writes.push(
      sql`insert into result ${sql({ ...own, id: randomUUID(), event_id: event, kind, code, on_day: today })}`,
    );
  const wait = keep ? undoSeconds : 0;
  const unheard = unheardBy({ act, change, before, after });
  for (const { to, kind } of change.notices.filter((notice) => notice.to !== unheard))
    writes.push(sql`
      insert into notice (partnership_id, id, to_post, kind, referral_id, event_id, person_id, at, release_at)
      values (${partnership}, ${randomUUID()}, ${to}, ${kind}, ${before.id}, ${event}, ${person},
        coalesce(${at ?? null}::timestamptz, app_now()),
        coalesce(${at ?? null}::timestamptz, app_clock() + make_interval(secs => ${wait})))`);
  await Promise.all(writes);

  if (act !== "undo") await writeParties(tx, own, { change, after });
  const heard = touched(before, after).filter((each) => each !== unheard);
  return {
    referral: unseen ? changed(muted.known, { ...change, ...hidden(muted.known, change) }, today) : after,
    event,
    heard,
  };
}

type Row = { change: Change; writing: Writing; after: Case };

async function writeRow({ sql }: Tx, { change, writing, after }: Row): Promise<void> {
  const { before, today, act, events, muted } = writing;
  const columns = {
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
  };
  // Not to be read before, or not any more once an undo has given it back.
  if (muted && (events === null || act === "undo")) {
    // Only what the act itself says: the rest is not known here.
    const said = Object.entries(columns).filter(([name]) => name in saidOf(change, { before, after }));
    const since = act === "undo" ? after.current?.acceptedOn : today;
    const held = after.holder === before.holder || !since ? {} : { held_since: since };
    await sql`select door.change_referral(${before.id}, ${sql.json({ ...Object.fromEntries(said), ...held })})`;
    return;
  }
  const again =
    act === "undo" ? sql`coalesce(${after.current?.acceptedOn ?? null}::date, logged_on)` : sql`${today}::date`;
  const heldSince = after.holder === before.holder ? sql`held_since` : again;
  await sql`update referral set ${sql({ ...columns, events: (events ?? 0) + 1 })}, held_since = ${heldSince}
    where id = ${before.id}`;
}

const columnOf = {
  status: "status",
  holder: "holder_post",
  origin: "origin_post",
  assigned: "assigned",
  nextStepBy: "next_step_by",
  followUpOn: "follow_up_on",
  onAgenda: "on_agenda",
  urgent: "urgent",
  closedOn: "closed_on",
  closedBy: "closed_by",
  touchedOn: "touched_on",
} as const satisfies Record<keyof Change["referral"], string>;

/** The columns that a change gives a value: its own, and those that follow from its handovers. */
function saidOf(change: Change, { before, after }: Record<"before" | "after", Case>): Record<string, true> {
  const moved = change.handovers.some(({ id }) => id === after.waiting?.id || id === before.waiting?.id);
  const lies = after.current?.id !== before.current?.id;
  // What is due where it is taken over by somebody else rests on how it goes there.
  const due = after.status !== "open" || after.waiting !== null || after.holder === after.origin;
  return Object.fromEntries(
    [
      ...(Object.keys(change.referral) as (keyof Change["referral"])[]).map((key) => columnOf[key]),
      "touched_on",
      ...(moved ? ["waiting_id"] : []),
      ...(lies ? ["current_id"] : []),
      ...(due ? ["due_on"] : []),
    ].map((name) => [name, true]),
  );
}

async function writeHandovers({ sql }: Tx, own: Own, { change, writing }: Omit<Row, "after">): Promise<void> {
  const { before, muted } = writing;
  const known = new Map([...before.past, before.current, before.waiting].map((each) => [each?.id, each]));
  for (const handover of change.handovers) {
    const row = handoverRow(handover);
    const was = known.get(handover.id);
    // Of a chain that is not known to its end the database counts on.
    const seq = muted ? { seq: null } : {};
    if (!was) await sql`insert into handover ${sql({ ...own, id: handover.id, ...row, ...seq })}`;
    else if (muted?.handovers.has(handover.id))
      await sql`select door.change_handover(${handover.id}, ${sql.json(differing(handoverRow(was), row))})`;
    else await sql`update handover set ${sql(row)} where id = ${handover.id}`;
  }
}

const differing = (was: Record<string, unknown>, is: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(is).filter(([name, value]) => value !== was[name])) as Record<string, string>;

/** What a change does to handovers that an origin knows of, and to what it knows of the row. */
const hidden = (known: Case, change: Change): Pick<Change, "handovers" | "referral"> => {
  const met = new Set([...known.past, known.current, known.waiting].map((each) => each?.id));
  const newest = Math.max(0, ...[...known.past, known.current, known.waiting].map((each) => each?.seq ?? 0));
  return {
    handovers: change.handovers.filter(({ id, seq }) => met.has(id) || seq > newest),
    referral: change.referral,
  };
};

const partiesOf = async ({ sql }: Tx, { id }: Case): Promise<Before["parties"]> =>
  sql<Before["parties"]>`select post_id as post, scope, until from party where referral_id = ${id}`;

type Own = { partnership_id: string; referral_id: string };

/** A version of the situation; the newest counts. */
export const insertMatter = ({ sql }: Tx, own: Own, { matter, today }: { matter: Matter; today: Day }) =>
  sql`insert into referral_matter (partnership_id, referral_id, version, situations, answers, age, children, letter_on,
      pay_by, contact, written_on)
    select ${own.partnership_id}, ${own.referral_id}, coalesce(max(version), 0) + 1, ${matter.situations}::text[],
      ${sql.json(matter.answers)}, ${matter.age}, ${matter.children}, ${matter.letterOn}::date, ${matter.payBy}::date,
      ${matter.contact}::contact, ${today}::date
    from referral_matter where referral_id = ${own.referral_id}`;

/** Everybody but the origin sees how it goes; the origin only with consent to feedback. One statement: see above. */
async function writeParties({ sql }: Tx, own: Own, { change, after }: { change: Change; after: Case }): Promise<void> {
  const rows = change.parties.map(({ post, scope, until }) => ({
    ...own,
    post_id: post,
    scope,
    until: until ?? null,
    sees_result: post !== after.origin || after.feedback === "yes",
  }));
  const origin = { ...own, post_id: after.origin, scope: "whole", until: null, sees_result: after.feedback === "yes" };
  if (change.feedback !== null && !rows.some(({ post_id }) => post_id === after.origin)) rows.push(origin as never);
  if (rows.length === 0) return;
  await sql`
    insert into party ${sql(rows)}
    on conflict (partnership_id, referral_id, post_id)
    do update set scope = excluded.scope, until = excluded.until, sees_result = excluded.sees_result`;
}

const handoverRow = (handover: Handover) => ({
  seq: handover.seq,
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
