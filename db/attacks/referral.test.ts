import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Attack, type Attacker, type Its, openAttacker, type Sql, withEvent } from "../testing/attacker.ts";

let them: Attacker;
beforeAll(async () => {
  them = await openAttacker();
});
afterAll(async () => them.world.close());

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";

/** Changes a referral's row, counting it on as every step does. */
const set = (place: keyof Attacker["its"], changes: string | (() => string)) => (sql: Sql) =>
  sql.unsafe(`update referral set ${typeof changes === "string" ? changes : changes()}, events = events + 1
    where id = '${them.its[place].id}'`);

const log =
  (post: () => string, partnership = () => them.its.sent.partnership) =>
  (sql: Sql) =>
    sql`
  insert into referral (partnership_id, agreement_id, service, status, origin_post, holder_post, urgent,
    logged_on, held_since, touched_on, events)
  select ${partnership()}, id, 'SKP', 'open', ${post()}, ${post()}, false,
    door.today(), door.today(), door.today(), 0
  from agreement`;

const attacks: Attack[] = [
  // Holder and ball
  ["does not move before it is taken over", adviser, set("sent", () => `holder_post = '${them.its.sent.to}'`), "BB002"],
  ["does not move to a third post", adviser, set("taken", () => `holder_post = '${them.post("skp.sck")}'`), "BB002"],
  ["has no ball but the handover that waits", titanparken, set("sent", "waiting_id = null"), "BB002"],
  ["has no holder's handover but the one taken over", adviser, set("taken", "current_id = null"), "BB002"],
  // Out of reach
  ["cannot be touched by a stranger", "skp.sck", set("taken", "on_agenda = true"), 0],
  ["cannot be touched by a former receiver", adviser, set("returned", "on_agenda = true"), 0],
  ["cannot be touched by a former holder", adviser, set("passedOn", "on_agenda = true"), 0],
  ["cannot be touched by one it is only proposed to", "brobygger.suf", set("proposed", "on_agenda = true"), 0],
  ["cannot be touched by the coordinator", "sagsbehandler.sck", set("taken", "on_agenda = true"), 0],
  ["cannot be touched by a unit's leader", "leder.sck", set("taken", "on_agenda = true"), 0],
  ["cannot be voided by a leader who was told no code", "leder.akb", set("taken", "status = 'voided'"), 0],
  // What it is stays
  ["keeps its code", titanparken, set("sent", "code = '2A2A2A2A'"), "BB002"],
  ["keeps its service", titanparken, set("sent", "service = 'SKP'"), "BB002"],
  ["keeps its origin", adviser, set("taken", () => `origin_post = '${them.its.taken.to}'`), "BB002"],
  ["keeps its first day", titanparken, set("sent", "logged_on = logged_on - 30"), "BB002"],
  ["keeps its partnership", titanparken, set("sent", "partnership_id = gen_random_uuid()"), "BB002"],
  ["changes with an event", titanparken, set("sent", "on_agenda = true"), "BB002"],
  // How it ends
  [
    "is not closed by a receiver",
    adviser,
    set("sent", "status = 'closed', closed_on = door.today(), waiting_id = null"),
    "BB002",
  ],
  ["is not closed while it waits", titanparken, set("sent", "status = 'closed', closed_on = door.today()"), "BB002"],
  [
    "is not voided by its origin",
    titanparken,
    set("sent", "status = 'voided', closed_on = door.today(), waiting_id = null"),
    "BB002",
  ],
  ["is not opened again after 90 days", titanparken, set("longAgo", "status = 'open', closed_on = null"), "BB002"],
  ["is not brought back once voided", titanparken, set("voided", "status = 'open', closed_on = null"), "BB002"],
  ["is never deleted", titanparken, (sql) => sql`delete from referral`, "42501"],
  // How it begins
  ["is not logged by the forum", "forum", log(() => them.post("forum")), "BB002"],
  ["is not logged by the administrator", "admin", log(() => them.post("administrator")), "BB002"],
  ["is not logged by a leader", "leder.akb", log(() => them.post("koordinator.akb")), "BB002"],
  ["is not logged as somebody else's", adviser, log(() => them.its.sent.from), "BB002"],
  ["is not logged into another partnership", titanparken, log(() => them.its.sent.from, randomUUID), "BB002"],
];

test.each(attacks)("a referral %s (%s)", async (_claim, persona, statements, outcome) => {
  expect(await them.attack(persona, statements)).toBe(outcome);
});

/** The twins: the same statements in the hands of whoever may, done whole. */
const rightful: Attack[] = [
  ["is put on the agenda by its origin", titanparken, (sql) => agenda(sql, them.its.sent, them.its.sent.from), 1],
  ["is put on the agenda by its receiver", adviser, (sql) => opening(sql, them.its.sent), 1],
  [
    "is not put on the agenda by a receiver who has not opened it",
    adviser,
    (sql) => agenda(sql, them.its.sent, them.its.sent.to),
    "BB013",
  ],
  ["is put on the agenda by its holder", adviser, (sql) => agenda(sql, them.its.taken, them.its.taken.to), 1],
];
const agenda = (sql: Sql, of: Its, as: string) => withEvent(of, { act: "agenda", as })(sql);
const opening = (sql: Sql, of: Its) => withEvent(of, { act: "agenda", as: of.to, opens: true })(sql);

test.each(rightful)("a referral %s (%s)", async (_claim, persona, statements, outcome) => {
  expect(await them.attack(persona, statements)).toBe(outcome);
});
