import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refused } from "#lib/result.ts";
import { perform } from "../referral/perform.ts";
import { openWorld, type World } from "../testing/world.ts";

type Row = { who: string | null; kind: string; what: string; codes: string[]; posts: string[]; detail: object };

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => world.close());

/** The rows that something leaves in the log, besides looks and logins. */
async function logged(during: () => Promise<unknown>): Promise<Row[]> {
  const all = () =>
    world.owns(
      ["log", "person", "account", "referral"],
      (sql) => sql<(Row & { id: string })[]>`
        select l.id, split_part(a.email, '@', 1) as who, l.kind, l.what, l.posts,
          array(select r.code from referral r where r.id::text = any (l.referrals) order by 1) as codes, l.detail
        from log l left join person p on p.id = l.person_id left join account a on a.id = p.account_id
        where l.kind in ('change', 'directory') order by l.at, l.id`,
    );
  const before = new Set((await all()).map(({ id }) => id));
  await during();
  return (await all()).filter(({ id }) => !before.has(id)).map(({ id: _, ...row }) => row);
}

describe("a change of a referral", () => {
  test("is in the log with it: who, as which post, what, which code", async () => {
    const code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
    const adviser = await world.post("boligraadgiver.sck");
    const rows = await logged(() => world.does("boligraadgiver.sck", "accept", code));
    expect(rows).toEqual([
      {
        who: "boligraadgiver.sck",
        kind: "change",
        what: "accept",
        codes: [code],
        posts: [adviser],
        detail: { event: expect.any(String) },
      },
    ]);
  });

  test("that is refused or rolled back leaves no row", async () => {
    const code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
    const rows = await logged(async () => {
      await world.tries("skp.sck", "accept", code);
      await world.as("boligraadgiver.sck", async (tx, me) => {
        await perform(tx, me, { code, act: "accept", input: {} });
        return refused("not-now");
      });
    });
    expect(rows).toEqual([]);
  });

  test("is not made when the log cannot be written", async () => {
    const code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
    await world.owns([], (sql) => sql`revoke insert on log from brobyg_door`.then(() => {}));
    await expect(world.does("boligraadgiver.sck", "accept", code)).rejects.toThrow("permission denied for table log");
    await world.owns([], (sql) => sql`grant insert on log to brobyg_door`.then(() => {}));
    expect(await logged(() => world.does("boligraadgiver.sck", "accept", code))).toHaveLength(1);
  });
});

describe("a change of who is who", () => {
  test("says which row and which columns, and no name, number or address", async () => {
    const me = await world.asks("leder.sck", async (_tx, member) => member.person);
    const rows = await logged(() =>
      world.asks(
        "leder.sck",
        ({ sql }) => sql`update person set phone = '33 12 34 56', mail = 'anna@kk.example' where id = ${me}`,
      ),
    );
    expect(rows).toMatchObject([
      { who: "leder.sck", kind: "directory", what: "person.update", detail: { id: me, changed: ["mail", "phone"] } },
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/33 12|anna@/);
  });

  test("keeps days and codes, for each row that is put in, changed or taken out", async () => {
    const person = await world.asks("skp.sck", async (_tx, member) => member.person);
    const rows = await logged(() =>
      world.asks("skp.sck", async ({ sql }, { partnership }) => {
        const own = { partnership_id: partnership, person_id: person };
        await sql`insert into absence ${sql({ ...own, from_day: "2027-01-04", to_day: "2027-01-08" })}`;
        await sql`update absence set to_day = '2027-01-11' where person_id = ${person} and from_day = '2027-01-04'`;
        await sql`delete from absence where person_id = ${person} and from_day = '2027-01-04'`;
      }),
    );
    expect(rows.map(({ what, detail }) => [what, detail])).toEqual([
      ["absence.insert", { person_id: person, from_day: "2027-01-04", to_day: "2027-01-08" }],
      ["absence.update", { person_id: person, from_day: "2027-01-04", to_day: "2027-01-11", changed: ["to_day"] }],
      ["absence.delete", { person_id: person, from_day: "2027-01-04", to_day: "2027-01-11" }],
    ]);
  });

  test("that the owner seeds is nobody's act", async () => {
    const rows = await logged(() =>
      world.owns(["person"], (sql) => sql`update person set mail = ${`${randomUUID()}@kk.example`}`.then(() => {})),
    );
    expect(rows).toEqual([]);
  });
});
