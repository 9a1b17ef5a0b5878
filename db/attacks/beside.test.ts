import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Attack, type Attacker, openAttacker, type Sql, withEvent } from "../testing/attacker.ts";

let them: Attacker;
beforeAll(async () => {
  them = await openAttacker();
});
afterAll(async () => them.world.close());

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
type Place = keyof Attacker["its"];
type Writing = (place: Place, event?: string) => (sql: Sql) => PromiseLike<{ count: number }>;

const consent: Writing = (place) => (sql) =>
  sql`
  insert into consent (partnership_id, referral_id, seq, unit_id, name, recorded_on)
  select ${them.its[place].partnership}, ${them.its[place].id}, 99, unit_id, 'written', door.today()
  from post where id = ${them.its[place].to}`;
const matter =
  (place: Place, age: string | null = null) =>
  (sql: Sql) =>
    sql`
  insert into referral_matter (partnership_id, referral_id, version, situations, answers, age, written_on)
  values (${them.its[place].partnership}, ${them.its[place].id}, 99, '{}', '{}', ${age}, door.today())`;
const message =
  (place: Place, { event, body = "Ring i morgen" }: { event?: string; body?: string } = {}) =>
  (sql: Sql) =>
    sql`
  insert into message (partnership_id, id, referral_id, event_id, kind, body)
  values (${them.its[place].partnership}, ${randomUUID()}, ${them.its[place].id}, ${event ?? them.its[place].event},
    'question', ${body})`;
const outcome: Writing = (place, event) => (sql) =>
  sql`
  insert into result (partnership_id, id, referral_id, event_id, kind, code, on_day)
  values (${them.its[place].partnership}, ${randomUUID()}, ${them.its[place].id}, ${event ?? them.its[place].event},
    'outcome', 'AFVAERGET', door.today())`;
const notice =
  (place: Place, { event, who }: { event?: string; who?: string } = {}) =>
  (sql: Sql) =>
    sql`
  insert into notice (partnership_id, id, to_post, kind, referral_id, event_id, person_id, release_at)
  values (${them.its[place].partnership}, ${randomUUID()}, ${them.its[place].from}, 'sent', ${them.its[place].id},
    ${event ?? them.its[place].event}, coalesce(${who ? them.person(who) : null}, door.me()), app_now())`;
const mark: Writing = (place) => (sql) =>
  sql`
  insert into resident_mark (partnership_id, referral_id, mark)
  values (${them.its[place].partnership}, ${them.its[place].id}, 'x')`;

type Told = { as: "from" | "to"; act: string; next: (sql: Sql, event: string) => PromiseLike<{ count: number }> };
const told =
  (place: Place, { as, act, next }: Told) =>
  (sql: Sql) =>
    withEvent(them.its[place], { act, as: them.its[place][as], next })(sql);

const attacks: Attack[] = [
  [
    "a consent is recorded by the origin",
    titanparken,
    told("discussed", { as: "from", act: "consent", next: consent("discussed") }),
    1,
  ],
  [
    "a consent is not forged by a receiver",
    "skp.sck",
    told("discussed", { as: "to", act: "open", next: consent("discussed") }),
    "42501",
  ],
  ["a consent comes with an event", titanparken, consent("discussed"), "42501"],
  ["a consent is never rewritten", titanparken, (sql) => sql`update consent set name = 'written'`, "42501"],
  [
    "the matter is put right by the origin",
    titanparken,
    told("sent", { as: "from", act: "correct", next: matter("sent") }),
    1,
  ],
  [
    "the matter is put right by the holder",
    adviser,
    told("taken", { as: "to", act: "correct", next: matter("taken") }),
    1,
  ],
  [
    "the matter is not written by a receiver",
    adviser,
    told("sent", { as: "to", act: "agenda", next: matter("sent") }),
    "42501",
  ],
  ["the matter is not written by a former receiver", adviser, matter("returned"), "42501"],
  [
    "the matter is not written by one from whom it is hidden",
    adviser,
    told("concealed", { as: "to", act: "correct", next: matter("concealed") }),
    "42501",
  ],
  ["the matter comes with an event", titanparken, matter("sent"), "42501"],
  [
    "the matter holds no age that its service does not ask for (C04)",
    titanparken,
    told("proposed", { as: "from", act: "correct", next: matter("proposed", "OVER_25") }),
    "BB004",
  ],
  [
    "a question is asked by a receiver",
    adviser,
    told("sent", { as: "to", act: "ask", next: (sql, event) => message("sent", { event })(sql) }),
    1,
  ],
  ["a message comes with its own event", adviser, message("sent"), "42501"],
  [
    "a message does not stand beside another referral's event",
    adviser,
    told("sent", { as: "to", act: "ask", next: (sql) => message("sent", { event: them.its.taken.event })(sql) }),
    "42501",
  ],
  [
    "a message holds no CPR number",
    adviser,
    told("sent", { as: "to", act: "ask", next: (sql, event) => message("sent", { event, body: "010190-1234" })(sql) }),
    "23514",
  ],
  ["a message is not written by the coordinator", "sagsbehandler.sck", message("taken"), "42501"],
  ["a message is never rewritten", adviser, (sql) => sql`update message set body = 'x'`, "42501"],
  ["a message is not deleted by a receiver", adviser, (sql) => sql`delete from message`, 0],
  ["a message is not deleted while there is consent", titanparken, (sql) => sql`delete from message`, 0],
  [
    "nor beside a consent that is not taken back",
    titanparken,
    told("sent", { as: "from", act: "consent", next: (sql) => sql`delete from message` }),
    0,
  ],
  [
    "nor through the door",
    titanparken,
    told("sent", {
      as: "from",
      act: "consent",
      next: async (sql) => {
        await sql`select door.delete_text(${them.its.sent.id})`;
        return sql`select 1 from message where referral_id = ${them.its.sent.id} and body is not null`;
      },
    }),
    1,
  ],
  [
    "an outcome comes with its act",
    adviser,
    told("taken", { as: "to", act: "agenda", next: (sql, event) => outcome("taken", event)(sql) }),
    "42501",
  ],
  [
    "an outcome is not written by the origin",
    titanparken,
    told("taken", { as: "from", act: "letter", next: (sql, event) => outcome("taken", event)(sql) }),
    "42501",
  ],
  ["an outcome is not deleted later", adviser, (sql) => sql`delete from result`, 0],
  ["a resident's mark is not set by others", adviser, mark("taken"), "42501"],
  [
    "a notice is sent with one's own event",
    adviser,
    told("taken", { as: "to", act: "agenda", next: (sql, event) => notice("taken", { event })(sql) }),
    1,
  ],
  [
    "a notice is not sent in another's name",
    adviser,
    told("taken", { as: "to", act: "agenda", next: (sql, event) => notice("taken", { event, who: titanparken })(sql) }),
    "42501",
  ],
  ["a notice does not tell of another's event", adviser, notice("sent"), "42501"],
  [
    "a notice of others is not dropped",
    adviser,
    (sql) => sql`update notice set dropped_at = app_now() where person_id <> door.me()`,
    0,
  ],
  [
    "a notice is not dropped once it may have been read",
    adviser,
    (sql) => sql`update notice set dropped_at = app_now() where release_at < app_now() - interval '2 seconds'`,
    0,
  ],
  ["a notice is not sent elsewhere afterwards", adviser, (sql) => sql`update notice set kind = 'sent'`, "42501"],
];

test.each(attacks)("%s (%s)", async (_claim, persona, statements, outcome_) => {
  expect(await them.attack(persona, statements)).toBe(outcome_);
});
