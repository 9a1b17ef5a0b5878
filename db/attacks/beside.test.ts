import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Attack,
  type Attacker,
  afterEvent,
  type Its,
  openAttacker,
  type Sql,
  stepReferral,
  tellEvent,
  tellNotice,
  withEvent,
} from "../testing/attacker.ts";

let them: Attacker;
beforeAll(async () => {
  them = await openAttacker();
});
afterAll(async () => them.world.close());

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
type Place = keyof Attacker["its"];
const count = async () => ({ count: 1 });
type Writing = (place: Place, event?: string) => (sql: Sql) => PromiseLike<{ count: number }>;

const consent: Writing = (place) => (sql) =>
  sql`
  insert into consent (partnership_id, referral_id, seq, unit_id, name, recorded_on)
  select ${them.its[place].partnership}, ${them.its[place].id}, 2, unit_id, 'written', door.today()
  from post where id = ${them.its[place].to}`;
/** What an eviction's questions are answered with. */
const answers = { AARSAG: "HUSLEJE", TRIN: "RYKKER" };
const matter =
  (place: Place, { age = null, situation = "OVERBLIK" }: { age?: string | null; situation?: string } = {}) =>
  (sql: Sql) =>
    sql`
  insert into referral_matter (partnership_id, referral_id, version, situations, answers, letter_on, age, written_on)
  select ${them.its[place].partnership}, ${them.its[place].id}, ${place === "concealed" ? 3 : 2}, ${[situation]},
    ${sql.json(answers)}, '2026-01-05', ${age}, door.today()`;
const message =
  (place: Place, { event, body = "Ring i morgen" }: { event?: string; body?: string } = {}) =>
  (sql: Sql) =>
    sql`
  insert into message (partnership_id, referral_id, event_id, handover_id, kind, body)
  values (${them.its[place].partnership}, ${them.its[place].id}, ${event ?? them.its[place].event},
    ${them.its[place].handover}, 'note', ${body})`;
const outcome: Writing = (place, event) => (sql) =>
  sql`
  insert into result (partnership_id, referral_id, event_id, kind, code, on_day)
  values (${them.its[place].partnership}, ${them.its[place].id}, ${event ?? them.its[place].event},
    'outcome', 'AFVAERGET', door.today())`;
const notice =
  (place: Place, { event, who }: { event?: string; who?: string } = {}) =>
  (sql: Sql) =>
    sql`
  insert into notice (partnership_id, to_post, kind, referral_id, event_id, person_id, release_at)
  values (${them.its[place].partnership}, ${them.its[place].from}, 'correction', ${them.its[place].id},
    ${event ?? them.its[place].event}, coalesce(${who ? them.person(who) : null}, door.me()), app_now())`;
const mark: Writing = (place) => (sql) =>
  sql`
  insert into resident_mark (partnership_id, referral_id, mark)
  values (${them.its[place].partnership}, ${them.its[place].id}, 'x')`;

type Told = { as: "from" | "to"; act: string; details?: Record<string, string>; tells?: string; next: Writing };
/** What an act rests on comes right after its event. */
const said =
  (place: Place, { as, next, tells, ...told }: Told) =>
  (sql: Sql) => {
    const of = them.its[place];
    const notice = tells ? { kind: tells, to: as === "from" ? of.to : of.from } : undefined;
    return afterEvent(of, { ...told, as: of[as], tells: notice, next: (tx, event) => next(place, event)(tx) })(sql);
  };
/** Puts the matter right, and then does something beside it. */
const corrected =
  (place: Place, as: "from" | "to", next: (event: string) => (sql: Sql) => PromiseLike<{ count: number }>) =>
  (sql: Sql) =>
    correctedBy(sql, them.its[place], { as: them.its[place][as], matter: matter(place), next });
/** Something beside an act that has nothing of the kind. */
const besideAgenda = (place: Place, as: "from" | "to", next: Writing) => (sql: Sql) =>
  withEvent(them.its[place], { act: "agenda", as: them.its[place][as], next: (tx, event) => next(place, event)(tx) })(
    sql,
  );

type Correcting = {
  as: string;
  matter: (sql: Sql) => PromiseLike<{ count: number }>;
  next: (event: string) => (sql: Sql) => PromiseLike<{ count: number }>;
};
async function correctedBy(sql: Sql, of: Its, { as, matter: write, next }: Correcting) {
  const { event } = await tellEvent(sql, of, { act: "correct", as });
  await write(sql);
  await stepReferral(sql, of, ", urgent = false");
  const done = await next(event)(sql);
  await tellNotice(sql, of, { event, kind: "correction", to: as === of.to ? of.from : of.to });
  return done;
}

const to = (place: Place) => ({ to: them.its[place].to });

const attacks: Attack[] = [
  [
    "a consent is recorded by the origin",
    titanparken,
    (sql) =>
      said("discussed", {
        as: "from",
        act: "consent",
        details: to("discussed"),
        tells: "consent",
        next: (place) => async (tx) => {
          await consent(place)(tx);
          return tx`update handover set discussion = false where id = ${them.its[place].handover}`;
        },
      })(sql),
    1,
  ],
  [
    "a consent is not forged by a receiver",
    "skp.sck",
    (sql) => said("discussed", { as: "to", act: "consent", details: to("discussed"), next: consent })(sql),
    "BB008",
  ],
  [
    "a consent is not forged beside another act",
    "skp.sck",
    said("discussed", { as: "to", act: "open", next: consent }),
    "BB007",
  ],
  ["a consent comes with an event", titanparken, consent("discussed"), "BB007"],
  ["a consent is never rewritten", titanparken, (sql) => sql`update consent set name = 'written'`, "42501"],
  ["the matter is put right by the origin", titanparken, corrected("sent", "from", () => count), 1],
  ["the matter is put right by the holder", adviser, corrected("taken", "to", () => count), 1],
  ["the matter is not written by a receiver", adviser, corrected("sent", "to", () => count), "BB008"],
  [
    "the matter is not written beside another act",
    adviser,
    said("sent", { as: "to", act: "agenda", next: (place) => matter(place) }),
    "BB004",
  ],
  ["the matter is not written by a former receiver", adviser, matter("returned"), "BB004"],
  [
    "the matter is not written by one from whom it is hidden",
    adviser,
    corrected("concealed", "to", () => count),
    "42501",
  ],
  ["the matter comes with an event", titanparken, matter("sent"), "BB004"],
  [
    "the matter holds no age that its service does not ask for (C04)",
    titanparken,
    said("proposed", { as: "from", act: "correct", next: (place) => matter(place, { age: "OVER_25" }) }),
    "BB004",
  ],
  [
    "the matter holds no word of one's own",
    titanparken,
    said("sent", { as: "from", act: "correct", next: (place) => matter(place, { situation: "Fru Hansen" }) }),
    "BB004",
  ],
  [
    "a note is written by the origin that puts the matter right",
    titanparken,
    corrected("sent", "from", (event) => message("sent", { event })),
    1,
  ],
  ["a message comes with its own event", adviser, message("sent"), "BB008"],
  [
    "a message is of the kind that its act has",
    adviser,
    besideAgenda("sent", "to", (place, event = "") => message(place, { event })),
    "BB008",
  ],
  [
    "a message does not stand beside another referral's event",
    titanparken,
    corrected("sent", "from", () => message("sent", { event: them.its.taken.event })),
    "BB008",
  ],
  [
    "a message holds no CPR number",
    titanparken,
    corrected("sent", "from", (event) => message("sent", { event, body: "010190-1234" })),
    "23514",
  ],
  ["a message is not written by the coordinator", "sagsbehandler.sck", message("taken"), "BB008"],
  ["a message is never rewritten", adviser, (sql) => sql`update message set body = 'x'`, "42501"],
  ["a message is not deleted by a receiver", adviser, (sql) => sql`delete from message`, 0],
  ["a message is not deleted while there is consent", titanparken, (sql) => sql`delete from message`, 0],
  [
    "a message is not deleted with a yes",
    titanparken,
    (sql) =>
      said("sent", {
        as: "from",
        act: "consent",
        details: to("sent"),
        tells: "consent",
        next: (place) => async (tx) => {
          await consent(place)(tx);
          return tx`delete from message where referral_id = ${them.its[place].id}`;
        },
      })(sql),
    0,
  ],
  ["an outcome comes with its act", adviser, besideAgenda("taken", "to", outcome), "BB008"],
  ["an outcome is not written by the origin", titanparken, besideAgenda("taken", "from", outcome), "BB008"],
  ["an outcome is not deleted later", adviser, (sql) => sql`delete from result`, 0],
  ["a resident's mark is not set by others", adviser, mark("taken"), "42501"],
  [
    "a notice is sent with one's own event, and once",
    adviser,
    corrected("taken", "to", (event) => notice("taken", { event })),
    "BB008",
  ],
  [
    "a notice is not sent in another's name",
    adviser,
    corrected("taken", "to", (event) => notice("taken", { event, who: titanparken })),
    "42501",
  ],
  [
    "a notice is of the kind that its act has",
    adviser,
    besideAgenda("taken", "to", (place, event = "") => notice(place, { event })),
    "BB008",
  ],
  ["a notice does not tell of another's event", adviser, notice("sent"), "BB008"],
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
