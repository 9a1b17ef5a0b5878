import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Attack,
  type Attacker,
  openAttacker,
  type Sql,
  stepReferral,
  tellEvent,
  tellNotice,
} from "../testing/attacker.ts";

let them: Attacker;
beforeAll(async () => {
  them = await openAttacker();
});
afterAll(async () => them.world.close());

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
type Place = keyof Attacker["its"];
type Rows = (sql: Sql, event: string) => PromiseLike<unknown>;
type Doing = {
  act: string;
  as: "from" | "to";
  reason?: string;
  details?: () => Record<string, string | boolean>;
  handover?: null;
  /** What stands before the step of the referral's row. */
  first?: Rows;
  changes?: string;
  /** What stands after it. */
  after?: Rows;
  tells?: [kind: string, to: () => string][];
};

const doing =
  (place: Place, { details, first, after, changes, tells = [], ...told }: Doing) =>
  async (sql: Sql): Promise<{ count: number }> => {
    const of = them.its[place];
    const { event } = await tellEvent(sql, of, { ...told, as: of[told.as], details: details?.() ?? {} });
    await first?.(sql, event);
    await stepReferral(sql, of, changes);
    await after?.(sql, event);
    for (const [kind, to] of tells) await tellNotice(sql, of, { event, kind, to: to() });
    return sql`select 1`;
  };

const origin = (place: Place) => () => them.its[place].from;
const receiver = (place: Place) => () => them.its[place].to;
const change = (place: Place, changes: string) => (sql: Sql) =>
  sql.unsafe(`update handover set ${changes} where id = '${them.its[place].handover}'`);
const unread = (sql: Sql) => sql.unsafe(`select door.change_handover('${them.its.sent.handover}')`);
const consent =
  (place: Place, feedback: string | null = null) =>
  (sql: Sql) =>
    sql`insert into consent (partnership_id, referral_id, seq, unit_id, name, feedback, recorded_on)
      select ${them.its[place].partnership}, ${them.its[place].id}, 2, unit_id, 'written', ${feedback}, door.today()
      from post where id = ${them.its[place].to}`;
const matter = (answers: Record<string, string>, letter: string | null) => (sql: Sql) =>
  sql`insert into referral_matter (partnership_id, referral_id, version, situations, answers, letter_on, age, children, contact, written_on)
    select partnership_id, referral_id, 2, situations, ${sql.json(answers)}, ${letter}, age, children, contact, door.today()
    from referral_matter where referral_id = ${them.its.sent.id}`;
const progress: Rows = (sql, event) =>
  sql`insert into result (partnership_id, referral_id, event_id, kind, code, on_day)
    values (${them.its.taken.partnership}, ${them.its.taken.id}, ${event}, 'progress', 'KONTAKT', door.today())`;
const whole = { AARSAG: "HUSLEJE", TRIN: "RYKKER" };
const letter = "2026-01-05";
const opened = "state = 'opened', opened_on = door.today()";
const later = ", due_on = door.today() + 30";
const contacted = "contacted_on = door.today()";
const correcting = { act: "correct", as: "from", changes: ", urgent = false" } as const;
const told = (place: Place, kind: string) => [[kind, receiver(place)]] satisfies Doing["tells"];
const calling = {
  act: "call",
  as: "to",
  details: () => ({ what: "no_answer" }),
  first: change("sent", opened),
} as const;

/** Each done whole first: what is refused after it is refused for what it changes, and for nothing else. */
const twins: Attack[] = [
  [
    "a correction is done",
    titanparken,
    doing("sent", { ...correcting, first: matter(whole, letter), tells: told("sent", "correction") }),
    1,
  ],
  [
    "a letter is told of",
    titanparken,
    doing("sent", { ...correcting, act: "letter", first: matter(whole, letter), tells: told("sent", "letter") }),
    1,
  ],
  ["a call is made", adviser, doing("sent", { ...calling, tells: [["no_answer", origin("sent")]] }), 1],
  [
    "a step is written",
    adviser,
    doing("taken", { act: "progress", as: "to", changes: later, first: change("taken", contacted), after: progress }),
    1,
  ],
  [
    "a yes is recorded",
    titanparken,
    doing("discussed", {
      act: "consent",
      as: "from",
      details: () => ({ to: them.its.discussed.to }),
      first: async (sql) => {
        await consent("discussed")(sql);
        await change("discussed", "discussion = false")(sql);
      },
      tells: told("discussed", "consent"),
    }),
    1,
  ],
];
test.each(twins)("%s (%s)", async (_claim, persona, statements, outcome) => {
  expect(await them.attack(persona, statements)).toBe(outcome);
});

const attacks: Attack[] = [
  [
    "a letter says how far it has come, and nothing else anew",
    titanparken,
    doing("sent", {
      ...correcting,
      act: "letter",
      first: matter({ AARSAG: "HUSORDEN", TRIN: "ADVARSEL" }, letter),
      tells: told("sent", "letter"),
    }),
    "BB004",
  ],
  [
    "a correction tells the other side",
    titanparken,
    doing("sent", { ...correcting, first: matter(whole, letter) }),
    "BB013",
  ],
  ["a call tells the other side", adviser, doing("sent", { ...calling }), "BB013"],
  [
    "nobody tells themselves",
    adviser,
    doing("sent", { ...calling, tells: [["no_answer", receiver("sent")]] }),
    "BB008",
  ],
  [
    "nobody tells whom it does not concern",
    adviser,
    doing("sent", { ...calling, tells: [["no_answer", () => them.post("skp.sck")]] }),
    "BB008",
  ],
  [
    "nobody is told twice",
    adviser,
    doing("sent", {
      ...calling,
      tells: [
        ["no_answer", origin("sent")],
        ["no_answer", origin("sent")],
      ],
    }),
    "BB008",
  ],
  [
    "a receiver who calls has opened it",
    adviser,
    doing("sent", { ...calling, first: (sql) => sql`select 1`, tells: [["no_answer", origin("sent")]] }),
    "BB013",
  ],
  [
    "a receiver who asks for a meeting has opened it",
    adviser,
    doing("sent", { act: "agenda", as: "to", changes: ", on_agenda = true" }),
    "BB013",
  ],
  [
    "a step is written once",
    adviser,
    doing("taken", {
      act: "progress",
      as: "to",
      changes: later,
      first: change("taken", contacted),
      after: async (sql, event) => {
        await progress(sql, event);
        await progress(sql, event);
      },
    }),
    "BB008",
  ],
  [
    "every question that is asked is answered",
    titanparken,
    doing("sent", { ...correcting, first: matter({ AARSAG: "HUSLEJE" }, null) }),
    "BB004",
  ],
  [
    "a question that is not asked has no answer",
    titanparken,
    doing("sent", { ...correcting, first: matter({ ...whole, NAVN: "JA" }, letter) }),
    "BB004",
  ],
  [
    "whether the origin hears is a yes or a no",
    titanparken,
    doing("discussed", {
      act: "consent",
      as: "from",
      details: () => ({ to: them.its.discussed.to }),
      first: consent("discussed", "Fru Hansen"),
    }),
    "BB007",
  ],
  [
    "a yes makes the discussion an ordinary handover",
    titanparken,
    doing("discussed", {
      act: "consent",
      as: "from",
      details: () => ({ to: them.its.discussed.to }),
      first: consent("discussed"),
      tells: told("discussed", "consent"),
    }),
    "BB013",
  ],
  [
    "somebody is appointed, not nobody",
    adviser,
    doing("taken", { act: "assign", as: "to", changes: ", assigned = null" }),
    "BB002",
  ],
  [
    "nor by the receiver",
    adviser,
    doing("sent", { act: "assign", as: "to", first: change("sent", `${opened}, assigned = null`) }),
    "BB003",
  ],
  [
    "the event says which handover it is of",
    adviser,
    doing("sent", { act: "assign", as: "to", handover: null, first: unread }),
    "BB008",
  ],
];
test.each(attacks)("%s (%s)", async (_claim, persona, statements, outcome) => {
  expect(await them.attack(persona, statements)).toBe(outcome);
});

test("nobody is shown as looking on a day to come", async () => {
  const of = them.its.taken;
  const here = (seen: string) => (sql: Sql) =>
    sql.unsafe(`insert into presence (partnership_id, referral_id, person_id, post_id, seen_at)
      values ('${of.partnership}', '${of.id}', door.me(), '${of.to}', ${seen})`);
  expect(await them.attack(adviser, here("app_clock()"))).toBe(1);
  expect(await them.attack(adviser, here("app_clock() + interval '1 day'"))).toBe("42501");
});
