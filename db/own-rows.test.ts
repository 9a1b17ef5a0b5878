import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addPartnership } from "./testing/elsewhere.ts";
import { personas } from "./testing/who-sees.ts";
import { openWorld, type World } from "./testing/world.ts";

/** What belongs to a person, to everybody, or to a meeting: tables that no referral's parties decide. */

let world: World;
let referral: string;
const meeting = randomUUID();
const item = { case: randomUUID(), point: randomUUID() };
const decision = { theirs: randomUUID(), skp: randomUUID() };

class Undo extends Error {}
type Sql = postgres.TransactionSql;

/** The SQLSTATE that refuses it, or how many rows it touched; undone afterwards. */
async function outcome(
  persona: string,
  statement: (sql: Sql) => PromiseLike<{ count: number }>,
): Promise<string | number> {
  let result: string | number = "nothing";
  const done = world.asks(persona, async ({ sql }) => {
    result = (await statement(sql)).count;
    throw new Undo();
  });
  await done.catch((error: unknown) => {
    if (!(error instanceof Undo)) result = (error as postgres.PostgresError).code ?? String(error);
  });
  return result;
}

const coordinator = "sagsbehandler.sck";
const called = ["vicevaert.titanparken", "vicevaert.lundtoftegade", "boligraadgiver.sck"];

beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
  const code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
  const posts = await Promise.all(called.map(world.post));
  const skp = await world.post("skp.sck");
  referral = await world.asks("vicevaert.titanparken", async ({ sql }) => {
    const [row] = await sql<{ id: string }[]>`select id from referral where code = ${code}`;
    return row?.id ?? "";
  });
  await world.asks(coordinator, async ({ sql }, { partnership, today, posts: own }) => {
    const here = { partnership_id: partnership };
    const facts = {
      service: "UDSAETTELSE",
      holder: "en helhedsplan",
      waitsFor: "Boligrådgiver",
      weeks: 1,
      due: "late",
      reasons: [],
      discussed: 0,
    };
    await sql`insert into meeting ${sql({ ...here, id: meeting, series: "NETVAERKSMOEDE", state: "called", on_day: today, starts_at: "09:00", place_unit: sql`(select id from unit limit 1)`, convener_post: own[0] ?? "" } as never)}`;
    await sql`insert into meeting_post ${sql(posts.map((post_id) => ({ ...here, meeting_id: meeting, post_id })))}`;
    await sql`insert into meeting_item ${sql({ ...here, id: item.case, meeting_id: meeting, position: 1, kind: "case", facts: sql.json(facts) })}`;
    await sql`insert into meeting_item ${sql({ ...here, id: item.point, meeting_id: meeting, position: 2, kind: "point", title: "Telefontider", by_post: posts[0] ?? "" })}`;
    await sql`insert into meeting_case ${sql({ ...here, item_id: item.case, referral_id: referral })}`;
    for (const [id, owner_post] of [
      [decision.theirs, posts[2] ?? ""],
      [decision.skp, skp],
    ] as const)
      await sql`insert into decision ${sql({ ...here, id, meeting_id: meeting, item_id: item.case, code: "RING", owner_post, due_on: today, decided_on: today })}`;
    await sql`insert into minutes ${sql({ ...here, meeting_id: meeting, content: sql.json({}) })}`;
  });
});
afterAll(async () => world.close());

const here = "(select door.partnership())";

describe("what everybody may read, and hardly anybody change", () => {
  const directory = [
    "partnership",
    "unit",
    "unit_name",
    "unit_owner",
    "function",
    "function_name",
    "post",
    "person",
    "holding",
    "absence",
    "agreement",
  ];

  test.each(directory)("%s is the same for everybody of the partnership, and nothing of another", async (table) => {
    const seen = await Promise.all(
      personas.map((persona) =>
        world.asks(persona, async ({ sql }) => {
          const column = table === "partnership" ? "id" : "partnership_id";
          const [row] = await sql.unsafe<{ rows: number; own: boolean }[]>(
            `select count(*)::int as rows, coalesce(bool_and(${column} = ${here}), true) as own from ${table}`,
          );
          return row;
        }),
      ),
    );
    expect(seen.every((row) => row?.own)).toBe(true);
    // The other partnership has no absences; everything else is the same there.
    const inside = seen.slice(0, -1).map((row) => row?.rows);
    expect(new Set(inside).size).toBe(1);
    expect(inside[0]).toBeGreaterThan(0);
  });

  // Who keeps which row of the directory stands in who-keeps.test.ts: here is what nobody does to any.
  const nobodys: [table: string, statements: string[]][] = [
    ["partnership", ["insert into partnership default values", "update partnership set name = ''"]],
    ["account", ["insert into account default values", "update account set active = true"]],
    ["credential", ["insert into credential default values", "update credential set password = ''"]],
    ["session", ["insert into session default values", "update session set revoked_at = app_now()"]],
    ["agreement", ["update agreement set content = '{}'"]],
    ["person", ["insert into person default values", "update person set account_id = account_id"]],
    ["holding", ["update holding set person_id = person_id", "update holding set kind = 'holder'"]],
    ["post", ["update post set unit_id = unit_id", "update post set function = function"]],
    ["unit", ["update unit set kind = kind", "update unit set parent_id = null"]],
    ["unit_name", ["update unit_name set valid_from = valid_from"]],
    ["unit_owner", ["update unit_owner set owner_id = owner_id", "update unit_owner set valid_from = valid_from"]],
    [
      "responsible_request",
      ["insert into responsible_request default values", "update responsible_request set outcome = 'confirmed'"],
    ],
    ["function", ["update function set code = code"]],
    ["function_name", ["update function_name set valid_from = valid_from"]],
  ];
  test.each(nobodys)("nobody changes who or what a row of %s is, or removes one", async (table, statements) => {
    for (const persona of personas)
      for (const statement of [...statements, `delete from ${table}`])
        expect([persona, statement, await outcome(persona, (sql) => sql.unsafe(statement))]).toEqual([
          persona,
          statement,
          "42501",
        ]);
  });
});

describe("what is one's own", () => {
  const tables: [table: string, insert: (whose: string) => string, update: string][] = [
    [
      "draft",
      (whose) =>
        `insert into draft (partnership_id, id, person_id, coded) values (${here}, gen_random_uuid(), ${whose}, '{}')`,
      "update draft set note = 'x'",
    ],
    [
      "intent",
      (whose) =>
        `insert into intent (partnership_id, person_id, key, body) values (${here}, ${whose}, gen_random_uuid(), '')`,
      "update intent set answer = '{}'",
    ],
    [
      "notice_seen",
      (whose) =>
        `insert into notice_seen (partnership_id, notice_id, person_id) select ${here}, id, ${whose} from notice limit 1`,
      "update notice_seen set at = app_now()",
    ],
    [
      "mail_choice",
      (whose) =>
        `insert into mail_choice (partnership_id, person_id, off, locale) values (${here}, ${whose}, '{}', 'da')`,
      "update mail_choice set off = '{news}'",
    ],
  ];
  const me = "door.me()";
  const another = "(select id from person where id <> door.me() limit 1)";

  describe.each(tables)("%s", (table, insert, update) => {
    const owner = "vicevaert.titanparken";
    beforeAll(async () => {
      await world.asks(owner, ({ sql }) => sql.unsafe(insert(me)));
    });

    test.each(personas)("of %s is read and changed by nobody else", async (persona) => {
      const [read, changed] = await Promise.all([
        outcome(persona, (sql) => sql.unsafe(`select 1 from ${table} where person_id <> door.me()`)),
        outcome(persona, (sql) => sql.unsafe(`${update} where person_id <> door.me()`)),
      ]);
      expect(read).toBe(0);
      expect(changed).toBe(table === "notice_seen" ? "42501" : 0);
      expect(await outcome(persona, (sql) => sql.unsafe(insert(another)))).toSatisfy(
        // Where there is no notice to be seen, nothing is written either.
        (found) => found === "42501" || (table === "notice_seen" && found === 0),
      );
    });

    test("is read and written by its owner", async () => {
      expect(await outcome(owner, (sql) => sql.unsafe(`select 1 from ${table}`))).toBe(1);
      expect(await outcome(owner, (sql) => sql.unsafe(update))).toBe(table === "notice_seen" ? "42501" : 1);
    });
  });

  test("an intent keeps what was meant", async () => {
    expect(await outcome("vicevaert.titanparken", (sql) => sql`update intent set body = 'x'`)).toBe("42501");
    expect(await outcome("vicevaert.titanparken", (sql) => sql`delete from intent`)).toBe("42501");
  });
});

describe("a meeting", () => {
  const participants = [
    "vicevaert.titanparken",
    "vicevaert.lundtoftegade",
    "boligraadgiver.sck",
    "boligraadgiver2.sck",
    coordinator,
  ];
  const parties = ["vicevaert.titanparken", "boligraadgiver.sck", "boligraadgiver2.sck", coordinator];
  const readers: [table: string, rows: number, who: string[]][] = [
    ["meeting", 1, participants],
    ["meeting_post", 3, participants],
    ["meeting_item", 2, participants],
    ["minutes", 1, participants],
    // Which referral a case is, its parties know, and the coordinator.
    ["meeting_case", 1, parties],
    ["decision", 2, participants],
  ];
  describe.each(readers)("of %s", (table, rows, who) => {
    test.each(personas)("%s sees what they were called to", async (persona) => {
      // Whoever a decision lies with sees that one, called or not.
      const alone = table === "decision" && persona === "skp.sck" ? 1 : 0;
      const found = await outcome(persona, (sql) => sql.unsafe(`select 1 from ${table}`));
      expect(found).toBe(who.includes(persona) ? rows : alone);
    });
  });

  const others = personas.filter((persona) => persona !== coordinator);
  const statements: Record<string, string> = {
    "call one": `insert into meeting (partnership_id, id, series, state, on_day, starts_at, place_unit, convener_post)
      select ${here}, gen_random_uuid(), 'NETVAERKSMOEDE', 'called', door.today(), '09:00', (select id from unit limit 1), (door.posts())[1]`,
    "call somebody": `insert into meeting_post (partnership_id, meeting_id, post_id) values (${here}, '${meeting}', (door.posts())[1])`,
    "put a case on the agenda": `insert into meeting_item (partnership_id, id, meeting_id, position, kind, facts)
      values (${here}, gen_random_uuid(), '${meeting}', 9, 'case', '{}')`,
    "say which referral a case is": `insert into meeting_case (partnership_id, item_id, referral_id) values (${here}, '${item.point}', gen_random_uuid())`,
    decide: `insert into decision (partnership_id, id, meeting_id, code, owner_post, due_on, decided_on)
      values (${here}, gen_random_uuid(), '${meeting}', 'RING', (door.posts())[1], door.today(), door.today())`,
    "write the minutes": `insert into minutes (partnership_id, meeting_id, content) values (${here}, '${meeting}', '{}')`,
  };
  test.each(Object.entries(statements))("only the coordinator may %s", async (_what, statement) => {
    for (const persona of others)
      expect([persona, await outcome(persona, (sql) => sql.unsafe(statement))]).toEqual([persona, "42501"]);
  });

  const changes = [
    "meeting set state = 'held'",
    "meeting set state = 'cancelled'",
    "meeting_post set attendance = 'present'",
    "meeting_item set outcome = 'lift'",
  ];
  test.each(changes)("only the coordinator changes %s", async (change) => {
    for (const persona of others)
      expect([persona, await outcome(persona, (sql) => sql.unsafe(`update ${change}`))]).toEqual([persona, 0]);
    expect(await outcome(coordinator, (sql) => sql.unsafe(`update ${change}`))).toBeGreaterThan(0);
  });

  test("minutes never change", async () => {
    for (const statement of ["update minutes set content = '[]'", "delete from minutes"])
      expect(await outcome(coordinator, (sql) => sql.unsafe(statement))).toBe("42501");
  });

  const point = (post: string) => (sql: Sql) =>
    sql.unsafe(`insert into meeting_item (partnership_id, id, meeting_id, position, kind, title, by_post)
      values (${here}, gen_random_uuid(), '${meeting}', 9, 'point', 'Nyt hold', ${post})`);

  test("takes a point from a party that was called, in its own name", async () => {
    expect(await outcome("vicevaert.lundtoftegade", point("(door.posts())[1]"))).toBe(1);
    expect(
      await outcome("vicevaert.lundtoftegade", point(`(select id from post where id <> all (door.posts()) limit 1)`)),
    ).toBe("42501");
    expect(await outcome("skp.sck", point("(door.posts())[1]"))).toBe("42501");
    expect(
      await outcome("vicevaert.lundtoftegade", (sql) => sql`delete from meeting_item where id = ${item.point}`),
    ).toBe(0);
  });

  test("has decisions that their owner ticks off, and no more", async () => {
    const done = (sql: Sql) => sql`update decision set done_on = door.today() where id = ${decision.skp}`;
    expect(await outcome("skp.sck", done)).toBe(1);
    expect(await outcome("boligraadgiver.sck", done)).toBe(0);
    expect(
      await outcome("skp.sck", (sql) => sql`update decision set due_on = due_on + 30 where id = ${decision.skp}`),
    ).toBe("BB005");
  });

  test("is not closed before it has begun", async () => {
    expect(await outcome(coordinator, (sql) => sql`update meeting set state = 'closed'`)).toBe("BB005");
  });

  test("does not change once it is closed, but for what is done", async () => {
    const closed = (then: (sql: Sql) => PromiseLike<{ count: number }>) => async (sql: Sql) => {
      await sql`update meeting set state = 'held'`;
      await sql`update meeting set state = 'closed'`;
      return then(sql);
    };
    const after: [statement: string, found: string | number][] = [
      ["update meeting set on_day = on_day + 1", "BB005"],
      ["update meeting_item set outcome = 'lift'", "BB005"],
      ["delete from meeting_item", "BB005"],
      ["update meeting_post set attendance = 'present'", "BB005"],
      ["update decision set code = 'MOEDE'", "BB005"],
      ["delete from decision", "BB005"],
      ["update decision set done_on = door.today()", 2],
    ];
    for (const [statement, found] of after)
      expect([
        statement,
        await outcome(
          coordinator,
          closed((sql) => sql.unsafe(statement)),
        ),
      ]).toEqual([statement, found]);
  });
});
