import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import { newIds } from "../referral/new-ids.ts";
import { type Attack, type Attacker, afterEvent, openAttacker, type Sql } from "../testing/attacker.ts";

let them: Attacker;
beforeAll(async () => {
  them = await openAttacker();
});
afterAll(async () => them.world.close());

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
type Place = keyof Attacker["its"];

/** Changes the last handover of a referral, and nothing else. */
const bare = (place: Place, changes: string) => (sql: Sql) =>
  sql.unsafe(`update handover set ${changes} where id = '${them.its[place].handover}'`);

/** The same after an event, told as the sender or the receiver. */
const set =
  (place: Place, as: "from" | "to", { changes, row, tells, ...told }: Changing) =>
  (sql: Sql) => {
    const of = them.its[place];
    const notice = tells ? { kind: tells, to: as === "from" ? of.to : of.from } : undefined;
    // What the resident says is said of somebody.
    const details = told.act === "consent" ? { to: of.to } : told.details;
    const event = { ...told, ...(details && { details }), as: of[as], changes: row, tells: notice };
    return afterEvent(of, { ...event, next: bare(place, changes) })(sql);
  };
/** `row`: what the act makes of the referral's own row; `tells`: what the other side is told. */
type Changing = {
  act: string;
  reason?: string;
  details?: Record<string, string>;
  changes: string;
  row?: string;
  tells?: string;
  handover?: null;
};
const identity = { act: "identity", details: { on: "2026-01-05" } };

type Put = { to: () => string; by?: () => string };
const put =
  (place: Place, { to, by }: Put) =>
  (sql: Sql) =>
    sql`
  insert into handover (partnership_id, referral_id, seq, from_post, to_post, state, discussion, agreed, redirected_by)
  values (${them.its[place].partnership}, ${them.its[place].id}, 99, ${them.its[place].from}, ${to()},
    'sent', false, false, ${by?.() ?? null})`;
const send = (place: Place, to: () => string) => (sql: Sql) =>
  afterEvent(them.its[place], { act: "send", as: them.its[place].from, next: put(place, { to }) })(sql);

const attacks: Attack[] = [
  // Who makes one
  ["is not made by a stranger, to itself", "skp.sck", put("returned", { to: () => them.post("skp.sck") }), "BB003"],
  [
    "is not made by the coordinator, to itself",
    "sagsbehandler.sck",
    put("returned", { to: () => them.post("sagsbehandler.sck") }),
    "BB003",
  ],
  [
    "is not made by a former receiver, to itself",
    adviser,
    put("returned", { to: () => them.its.returned.to }),
    "BB003",
  ],
  [
    "is not made beside a step of its referral",
    titanparken,
    put("returned", { to: () => them.its.returned.to }),
    "BB003",
  ],
  ["goes to a post that the agreement names", titanparken, send("returned", () => them.post("forum")), "BB003"],
  ["goes to another unit with a yes for it", adviser, (sql) => redirected(sql), "BB003"],
  // Consent
  [
    "is a discussion until the sender says yes",
    titanparken,
    set("discussedEviction", "from", { act: "consent", changes: "discussion = false" }),
    "BB003",
  ],
  [
    "stays a discussion whatever its receiver says",
    "skp.sck",
    set("discussed", "to", { act: "open", changes: "discussion = false" }),
    "BB003",
  ],
  [
    "is not taken over as a discussion unless the service is open to that",
    adviser,
    set("discussedEviction", "to", { act: "accept", changes: "state = 'accepted'" }),
    "BB003",
  ],
  [
    "has no name exchanged without a yes",
    "skp.sck",
    set("discussed", "to", { ...identity, changes: "identity_on = door.today()" }),
    "BB003",
  ],
  [
    "has no name exchanged once the yes is gone",
    adviser,
    set("concealed", "to", { ...identity, changes: "identity_on = door.today()" }),
    "BB003",
  ],
  // A proposal
  ["is not taken over by whoever it is only proposed to", "brobygger.suf", bare("proposed", "state = 'accepted'"), 0],
  ["is not sent on by whoever only proposed it", "sagsbehandler.sck", bare("proposed", "state = 'sent'"), 0],
  // Each side its own steps
  [
    "is not answered by its sender",
    titanparken,
    set("sent", "from", { act: "withdraw", reason: "KLARET", changes: "state = 'accepted'" }),
    "BB003",
  ],
  [
    "is not returned by its sender",
    titanparken,
    set("sent", "from", { act: "withdraw", reason: "KLARET", changes: "state = 'returned'" }),
    "BB003",
  ],
  [
    "is not withdrawn by its receiver",
    adviser,
    set("sent", "to", { act: "return", changes: "state = 'withdrawn'" }),
    "BB003",
  ],
  [
    "is not completed by its origin",
    titanparken,
    set("taken", "from", { act: "consent", changes: "state = 'completed'" }),
    "BB003",
  ],
  [
    "is not put on hold by its origin",
    titanparken,
    set("taken", "from", { act: "letter", changes: "state = 'on_hold', hold_until = door.today() + 9" }),
    "BB003",
  ],
  [
    "does not leave its holder with nothing in hand",
    adviser,
    set("taken", "to", { act: "complete", changes: "state = 'completed'" }),
    "BB002",
  ],
  ["does not change without a step of its referral", adviser, bare("taken", "contact_by = contact_by + 9"), "BB003"],
  // What it was stays
  [
    "does not lead elsewhere afterwards",
    titanparken,
    (sql) => set("sent", "from", { act: "letter", changes: `to_post = '${them.post("skp.sck")}'` })(sql),
    "BB003",
  ],
  [
    "does not belong to another referral afterwards",
    titanparken,
    (sql) => set("sent", "from", { act: "letter", changes: `referral_id = '${them.its.taken.id}'` })(sql),
    "BB003",
  ],
  [
    "is over when it is over",
    titanparken,
    set("returned", "from", { act: "agenda", handover: null, changes: "reason = 'VEJLEDT'" }),
    "BB003",
  ],
  ["does not come back once returned", adviser, bare("returned", "state = 'opened'"), 0],
  ["is never deleted", titanparken, (sql) => sql`delete from handover`, "42501"],
];

const redirected = async (sql: Sql) => {
  const to = () => them.post("brobygger.lokalomraadekontoret");
  const sentOn = (tx: Sql) => put("sent", { to, by: () => them.its.sent.to })(tx);
  const { seed, handover } = newIds();
  const of = them.its.sent;
  await sql`insert into event (partnership_id, id, referral_id, seq, handover_id, act, person_id, post_id, reason, details)
    values (${of.partnership}, ${seed}, ${of.id}, ${of.events + 1}, ${of.handover}, 'redirect', door.me(), ${of.to}, 'ENHED',
      ${sql.json({ to: to(), next: handover, covered: true })})`;
  await bare("sent", "state = 'redirected', opened_on = door.today(), reason = 'ENHED'")(sql);
  return sentOn(sql);
};

test.each(attacks)("a handover %s (%s)", async (_claim, persona, statements, outcome) => {
  expect(await them.attack(persona, statements)).toBe(outcome);
});

/** The twins: the same statements in the hands of whoever may. */
const rightful: Attack[] = [
  [
    "is opened by its receiver",
    adviser,
    set("sent", "to", { act: "open", changes: "state = 'opened', opened_on = door.today()" }),
    1,
  ],
  [
    "has a name exchanged with a yes",
    adviser,
    set("taken", "to", { ...identity, changes: "identity_on = '2026-01-05'", tells: "identity" }),
    1,
  ],
  [
    "is put on hold by whoever took it over",
    adviser,
    (sql) => {
      const until = addDays(them.today, 9);
      const changes = `state = 'on_hold', hold_for = 'PLADS', hold_until = '${until}'`;
      const row = `, due_on = '${until}'`;
      return set("taken", "to", { act: "hold", reason: "PLADS", details: { until }, changes, row, tells: "held" })(sql);
    },
    1,
  ],
];

test.each(rightful)("a handover %s (%s)", async (_claim, persona, statements, outcome) => {
  expect(await them.attack(persona, statements)).toBe(outcome);
});
