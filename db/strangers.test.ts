import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hashOf } from "./client.ts";
import { leadAll } from "./testing/situations.ts";
import { openWorld, type World } from "./testing/world.ts";

/** Everything the application's role may ask for, besides what it may never read at all. */
const readable = `
  partnership agreement agreement_draft agreement_comment checklist_tick unit unit_name unit_owner responsible_request function function_name post person holding holding_request absence capacity
  referral handover event party result referral_matter consent message
  resident_mark draft intent notice notice_seen meeting meeting_post meeting_item meeting_case decision minutes minutes_correction
  minutes_approval meeting_guest own_view presence log log_check link anchor release known_word not_a_name mail_choice`
  .trim()
  .split(/\s+/);
const closed =
  "account credential factor recovery_code identity ceremony invitation calendar_feed throttle device session session_rights mail digest meeting_told meeting_answered meeting_rating meeting_remark closed_count".split(
    " ",
  );

let world: World;
let token: string;
const hash = () => hashOf(token).toString("hex");

beforeAll(async () => {
  world = await openWorld();
  await leadAll(world);
});
afterAll(async () => world.close());

class Undo extends Error {}

/** One transaction as the application's role, undone afterwards, opened with whatever an attacker may set. */
async function attack<T>(settings: string[], run: (sql: postgres.TransactionSql) => Promise<T>): Promise<T> {
  let value: T | undefined;
  const undone = world.pool.sql.begin(async (sql) => {
    for (const setting of settings) await sql.unsafe(setting);
    value = await run(sql);
    throw new Undo();
  });
  await undone.catch((error: unknown) => {
    if (!(error instanceof Undo)) throw error;
  });
  return value as T;
}

/** How many rows of each table are seen; tables without any are left out. */
const counts = async (sql: postgres.TransactionSql): Promise<Record<string, number>> => {
  const all: [string, number][] = [];
  for (const table of readable) {
    const [row] = await sql.unsafe<{ rows: number }[]>(`select count(*)::int as rows from ${table}`);
    all.push([table, row?.rows ?? 0]);
  }
  return Object.fromEntries(all.filter(([, rows]) => rows > 0));
};

const asSession = (value: string) => `select set_config('app.session', '${value}', true)`;

/** The SQLSTATE that a statement ends with; null when it was let through. */
const refusalOf = (statement: string, settings: string[] = []) =>
  attack(settings, async (sql) => {
    try {
      await sql.savepoint((inner) => inner.unsafe(statement));
      return null;
    } catch (error) {
      return (error as postgres.PostgresError).code;
    }
  });

test("every table of the schema is named here", async () => {
  const rows = await world.pool.sql<{ name: string }[]>`
    select tablename as name from pg_tables where schemaname = 'public' order by tablename`;
  expect(rows.map(({ name }) => name)).toEqual([...readable, ...closed].toSorted());
});

describe("whoever has no live session reads nothing", () => {
  const strangers: [who: string, settings: () => string[]][] = [
    ["nobody at all", () => []],
    ["an empty setting, as a used connection leaves it", () => [asSession("")]],
    ["nonsense for a session", () => [asSession("nonsense")]],
    ["half a hash", () => [asSession("00ff")]],
    ["a hash that opens nothing", () => [asSession("0".repeat(64))]],
    ["the token itself in place of its hash", () => [asSession(token)]],
    ["the hash in capitals", () => [asSession(hash().toUpperCase())]],
    ["a quote that wants to break out", () => [asSession(`${"0".repeat(60)}'' or`)]],
    [
      "settings that other systems trust",
      () =>
        ["person", "person_id", "user_id", "partnership", "partnership_id", "posts", "duties", "role"].map(
          (name) => `select set_config('app.${name}', (select id::text from person limit 1), true)`,
        ),
    ],
    ["a code in the place of a session", () => ["select set_config('app.code', '7K4F2H9M', true)"]],
  ];

  beforeAll(async () => {
    token = await world.token("boligraadgiver.sck");
  });

  test.each(strangers)("%s", async (_who, settings) => {
    expect(await attack(settings(), counts)).toEqual({});
  });

  test("and the rightful one still gets in", async () => {
    const seen = await attack([asSession(hash())], counts);
    expect(seen).toMatchObject({ partnership: 1, agreement: 1, person: 16 });
    expect(seen["referral"]).toBeGreaterThan(5);
  });
});

describe("a session that has ended opens nothing", () => {
  type Ending = [how: string, end: (sql: postgres.TransactionSql) => Promise<unknown>];
  const endings: Ending[] = [
    ["past its twelve hours", (sql) => sql`update session set ends_at = app_now() - interval '1 second'`],
    ["revoked", (sql) => sql`update session set revoked_at = app_now()`],
    // Closing an account ends its sessions too: one that was missed is as shut.
    [
      "its account was closed",
      async (sql) => {
        await sql`update account set active = false`;
        await sql`update session set revoked_at = null`;
      },
    ],
  ];

  test.each(endings)("%s", async (_how, end) => {
    const fresh = await openWorld();
    try {
      const opened = await fresh.token("vicevaert.titanparken");
      await fresh.owns(["session", "account"], end);
      const [entry] = await fresh.pool.sql`select * from door.enter(${hashOf(opened)})`;
      expect(entry).toBeUndefined();
      const rows = await fresh.pool.sql.begin(async (sql) => {
        await sql.unsafe(asSession(hashOf(opened).toString("hex")));
        return counts(sql);
      });
      expect(rows).toEqual({});
    } finally {
      await fresh.close();
    }
  });
});

describe("a temporary table laid over a real one", () => {
  test("fools no function of the door, even where somebody gave leave to make one", async () => {
    const fresh = await openWorld();
    try {
      const opened = await fresh.token("forum");
      const wanted = await fresh.post("boligraadgiver.sck");
      const name = new URL(fresh.database.appUrl).pathname.slice(1);
      await fresh.owns([], (sql) => sql.unsafe(`grant temporary on database ${name} to brobyg_app`));
      const posts = await fresh.pool.sql.begin(async (sql) => {
        await sql.unsafe(asSession(hashOf(opened).toString("hex")));
        await sql`create temporary table mine on commit drop as
          select partnership_id, person_id, ${wanted}::uuid as post_id, kind, valid_from, valid_to from holding
          where person_id = door.me()`;
        await sql`alter table mine rename to holding`;
        await sql`grant select on pg_temp.holding to public`;
        const [row] = await sql<{ posts: string[] }[]>`select door.posts() as posts`;
        return row?.posts ?? [];
      });
      expect(posts).toEqual([await fresh.post("forum")]);
    } finally {
      await fresh.close();
    }
  });
});

describe("nothing of a session outlives its transaction", () => {
  test("on a connection that many share", async () => {
    const people = ["vicevaert.titanparken", "boligraadgiver.sck", "forum", "skp.sck"];
    const own = await Promise.all(
      people.map((persona) => world.asks(persona, (_tx, me) => Promise.resolve(me.person))),
    );
    const turns = Array.from({ length: 200 }, (_, turn) => people[turn % people.length] ?? "");
    const wrong: string[] = [];
    await Promise.all(
      turns.map(async (persona, turn) => {
        if (turn % 7 === 0) {
          const [row] = await world.pool.sql`select count(*)::int as rows, door.me() as me from person`;
          if (row?.["rows"] !== 0 || row["me"] !== null) wrong.push("a stranger saw somebody");
        }
        const seen = await world
          .asks(persona, async ({ sql }) => {
            const [row] = await sql<{ me: string }[]>`select door.me() as me`;
            if (turn % 5 === 0) throw new Undo();
            return row?.me;
          })
          .catch(() => own[people.indexOf(persona)]);
        if (seen !== own[people.indexOf(persona)]) wrong.push(persona);
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe("the application's role cannot become more than it is", () => {
  const attempts: [attempt: string, statement: string, code: string][] = [
    ["the owner", "set role brobyg_owner", "42501"],
    ["the door", "set role brobyg_door", "42501"],
    ["the jobs", "set role brobyg_jobs", "42501"],
    ["another login", "set session authorization brobyg_owner", "42501"],
    ["free of policies", "set row_security = off; select * from message", "42501"],
    ["an owner of tables", "create table public.mine (id uuid)", "42501"],
    ["a maker of temporary tables", "create temporary table holding (id uuid)", "42501"],
    ["a maker of functions", "create function door.mine() returns int language sql as 'select 1'", "42501"],
    ["a reader of passwords", "select * from credential", "42501"],
    ["a reader of sessions", "select * from session", "42501"],
    ["a reader of addresses", "select * from account", "42501"],
    ["a reader of invitations", "select * from invitation", "42501"],
    ["a reader of factors", "select * from factor", "42501"],
    ["a reader of mail", "select * from mail", "42501"],
    ["a maker of people", "insert into person default values", "42501"],
    ["a remover of people", "delete from person", "42501"],
    ["one who gives somebody another account", "update person set account_id = account_id", "42501"],
    ["one who takes down what was logged", "delete from log", "42501"],
    ["one who makes up what was logged", "insert into log default values", "42501"],
    [
      "a holder of posts",
      "insert into holding select partnership_id, person_id, post_id, kind, valid_from from holding",
      "BB006",
    ],
    ["a changer of policies", "alter table message disable row level security", "42501"],
    [
      "a changer of the kind of installation",
      "create or replace function door.installation() returns text language sql as 'select 1'",
      "42501",
    ],
    ["one who empties tables", "truncate message", "42501"],
    [
      "one who asks what consent there is to hidden referrals",
      "select door.covered(gen_random_uuid(), gen_random_uuid(), gen_random_uuid())",
      "42501",
    ],
  ];
  test.each(attempts)("not %s", async (_attempt, statement, code) => {
    expect(
      await refusalOf(statement, [asSession(hashOf(await world.token("boligraadgiver.sck")).toString("hex"))]),
    ).toBe(code);
  });
});
