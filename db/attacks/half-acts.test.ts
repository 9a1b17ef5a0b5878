import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type Attack,
  type Attacker,
  afterEvent,
  type Its,
  openAttacker,
  type Sql,
  tellEvent,
} from "../testing/attacker.ts";

let them: Attacker;
beforeAll(async () => {
  them = await openAttacker();
});
afterAll(async () => them.world.close());

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
type Place = keyof Attacker["its"];
type Told = { act: string; reason?: string; handover?: null; details?: Record<string, string | boolean> };

/** An event and its referral's row, which the database works out, and none of the rows that make it true. */
const half =
  (place: Place, as: "from" | "to", told: Told) =>
  async (sql: Sql): Promise<{ count: number }> => {
    const of = them.its[place];
    await tellEvent(sql, of, { ...told, as: of[as] });
    return sql`select door.change_referral(${of.id})`;
  };

/** The same step of a handover once, and with what it is by then once more. */
const twice =
  (place: Place, as: "from" | "to", act: string) =>
  (sql: Sql): Promise<{ count: number }> =>
    afterEvent(them.its[place], {
      act,
      as: them.its[place][as],
      next: async (inner) => {
        await inner`select door.change_handover(${them.its[place].handover})`;
        return inner`select door.change_handover(${them.its[place].handover})`;
      },
    })(sql);

/** Everything that asking makes but the question. */
const asked = async (sql: Sql): Promise<{ count: number }> => {
  const of = them.its.sent;
  await tellEvent(sql, of, { act: "ask", as: of.to });
  await sql`select door.change_handover(${of.handover})`;
  return sql`select door.change_referral(${of.id})`;
};

const attacks: Attack[] = [
  ["a correction corrects something", titanparken, half("sent", "from", { act: "correct" }), "BB013"],
  ["a letter says something", titanparken, half("sent", "from", { act: "letter" }), "BB013"],
  [
    "a consent that is taken back takes the words along",
    titanparken,
    async (sql) => {
      const of = them.its.taken;
      await tellEvent(sql, of, {
        act: "consent",
        as: of.from,
        reason: "SAMTYKKE",
        details: { withdrawn: true },
      });
      await sql`insert into consent (partnership_id, referral_id, seq, unit_id, name, recorded_on)
        select partnership_id, referral_id, max(seq) + 1, unit_id, 'withdrawn', door.today() from consent
        where referral_id = ${of.id} group by partnership_id, referral_id, unit_id`;
      await sql`select door.change_referral(${of.id})`;
      return sql`update party set scope = 'facts' where referral_id = ${of.id} and post_id = ${of.to}`;
    },
    "BB013",
  ],
  [
    "whoever takes it over took it from whoever had it",
    adviser,
    async (sql) => {
      const of = them.its.sent;
      await tellEvent(sql, of, { act: "accept", as: of.to, details: { from: them.post("forum"), to: of.to } });
      await sql`select door.change_handover(${of.handover})`;
      return sql`select door.change_referral(${of.id})`;
    },
    "BB013",
  ],
  ["a question is asked", adviser, asked, "BB013"],
  ["and once", adviser, twice("sent", "to", "ask"), "BB003"],
  ["an answer is given once", titanparken, twice("asked", "from", "answer"), "BB003"],
];
test.each(attacks)("%s (%s)", async (_claim, persona, statements, outcome) => {
  expect(await them.attack(persona, statements)).toBe(outcome);
});

test("an undo puts everything back", async () => {
  const { world } = them;
  const code = await world.logs(titanparken, { service: "UDSAETTELSE" });
  const read = () =>
    world.owns(["referral", "handover", "event"], async (sql) => {
      const [row] = await sql<Its[]>`
        select r.id, r.partnership_id as partnership, r.events, h.id as handover, h.from_post as from, h.to_post as to, '' as event
        from referral r join handover h on h.referral_id = r.id where r.code = ${code}`;
      return row as Its;
    });
  const next = them.post("sagsbehandler.sck");
  await world.does(adviser, "redirect", code, { to: next, reason: "FUNKTION" });
  const of = await read();
  const rows = await world.owns(
    ["handover"],
    (sql) => sql<{ id: string; seq: number; to_post: string }[]>`
    select id, seq, to_post from handover where referral_id = ${of.id} order by seq`,
  );
  const [first, made] = rows;
  const undo = (rest: (sql: Sql) => Promise<unknown>) =>
    them.attack(adviser, async (sql) => {
      await tellEvent(
        sql,
        { ...of, handover: first?.id ?? "" },
        { act: "undo", as: first?.to_post ?? "", details: { undid: "redirect" } },
      );
      await rest(sql);
      return sql`select 1`;
    });
  const handovers = async (sql: Sql) => {
    await sql`select door.change_handover(${made?.id ?? null})`;
    await sql`select door.change_handover(${first?.id ?? null})`;
  };
  const sees = (sql: Sql, post: string | undefined, scope: string) =>
    sql`update party set scope = ${scope}::scope where referral_id = ${of.id} and post_id = ${post ?? null}`;
  // Whoever got it by what is taken back would go on seeing the whole.
  const most = async (sql: Sql) => {
    await handovers(sql);
    await sql`select door.change_referral(${of.id})`;
    await sees(sql, first?.to_post, "whole");
  };
  expect(await undo(most)).toBe("BB013");
  const all = async (sql: Sql) => {
    await most(sql);
    await sees(sql, made?.to_post, "none");
  };
  // And what was to be told of it would still be told.
  expect(await undo(all)).toBe("BB013");
  expect(
    await undo(async (sql) => {
      await sql`update notice set dropped_at = app_clock() where referral_id = ${of.id} and person_id = door.me()
        and release_at > app_clock()`;
      await all(sql);
    }),
  ).toBe(1);
});
