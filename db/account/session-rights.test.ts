import { createHash, randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import { hashOf } from "../client.ts";
import { demoPeople } from "../seed/demo-people.ts";
import { type Eye, openEye } from "../testing/access/eye.ts";
import { openWorld, type World } from "../testing/world.ts";

/** Stands in for the mentor of SCK, who is away. */
const deputy = "skp.sck";
const mentor = "mentor.sck";
const evening = "2027-03-10T23:40";
const afterMidnight = "2027-03-11T00:05";

let world: World;
let eye: Eye;
beforeAll(async () => {
  world = await openWorld({ connections: 6, on: evening });
  eye = await openEye(world);
  await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
});
afterAll(async () => {
  await eye.close();
  await world.close();
});

/** A connection with the application's login, and nothing of the application's own. */
let raw: postgres.Sql;
let bearer: postgres.ReservedSql;
beforeEach(async () => {
  raw = postgres(world.database.appUrl, { max: 1, onnotice: () => {} });
  bearer = await raw.reserve();
});
afterEach(async () => {
  await bearer.unsafe("rollback");
  bearer.release();
  await raw.end({ timeout: 1 });
});

const hexOf = async (persona: string) => hashOf(await world.token(persona)).toString("hex");
const entering = async (persona: string) => `select person_id from door.enter('\\x${await hexOf(persona)}'::bytea)`;
const enters = async (persona: string) => bearer.unsafe(`begin; ${await entering(persona)}`);
const seen = async (sql: postgres.Sql | postgres.TransactionSql = bearer) =>
  (
    await sql<{ rows: number }[]>`select ((select count(*) from person) + (select count(*) from referral))::int as rows`
  )[0]?.rows;
const postsIn = async (sql: postgres.Sql | postgres.TransactionSql = bearer) =>
  (await sql<{ posts: string[] }[]>`select door.posts() as posts`)[0]?.posts ?? [];
const posts = (persona: string) => world.asks(persona, ({ sql }) => postsIn(sql));
/** As the owner, in one transaction that waits for nobody. */
const behind = <T>(run: (sql: postgres.TransactionSql) => Promise<T>) =>
  eye.sql.begin(async (sql) => {
    await sql`set local lock_timeout = 100`;
    return run(sql);
  }) as Promise<T>;
/** So long ago that whoever does something now is written down anew. */
const awayFor = async (persona: string, ago: string) => {
  const hash = hashOf(await world.token(persona));
  await behind((sql) => sql`update session_rights set seen_at = app_now() - ${ago}::interval where hash = ${hash}`);
};
const outcome = (statement: PromiseLike<unknown>) =>
  Promise.resolve(statement).then(
    () => "done",
    (error: postgres.PostgresError) => error.code,
  );

describe("what is kept of a session", () => {
  test("is what is looked up, for everybody", async () => {
    for (const { address } of demoPeople) await world.asks(address, async () => null);
    const differ = await behind(async (sql) => {
      await sql`set local role brobyg_door`;
      return sql`
        select a.email, r.*, w.* from session s join account a on a.id = s.account_id
        join partnership p on p.id = s.partnership_id
        join session_rights r on r.hash = s.hash cross join door.work_out(s.account_id, s.partnership_id) w
        where (r.person_id, r.posts, r.duties, r.led, r.overseen, r.directory, r.day)
          is distinct from (w.person_id, w.posts, w.duties, w.led, w.overseen, p.directory, door.today())`;
    });
    expect(differ.map(({ email }) => email)).toEqual([]);
    const [kept] = await behind((sql) => sql`select count(*)::int as rows from session_rights where posts <> '{}'`);
    expect(kept?.["rows"]).toBeGreaterThanOrEqual(demoPeople.length);
  });

  test("is not looked up a second time", async () => {
    const [mine] = await posts("forum");
    const hash = hashOf(await world.token("forum"));
    const write = (list: string[]) =>
      behind((sql) => sql`update session_rights set posts = ${list} where hash = ${hash}`);
    const other = await world.post("boligraadgiver.sck");
    await write([other]);
    expect(await posts("forum")).toEqual([other]);
    await write([mine ?? ""]);
    expect(await posts("forum")).toEqual([mine]);
  });

  test.each([
    ["an older version", "directory = directory - 1"],
    ["a version to come", "directory = directory + 1"],
    ["no version", "directory = null"],
    ["another day", "day = day - 1"],
    ["no day", "day = null"],
  ])("is not believed of %s, and found anew", async (_when, moved) => {
    const mine = await posts("forum");
    const hash = hashOf(await world.token("forum"));
    const wrong = await world.post("boligraadgiver.sck");
    await behind((sql) => sql`update session_rights set posts = ${[wrong]} where hash = ${hash}`);
    await behind((sql) => sql.unsafe(`update session_rights set ${moved} where hash = '\\x${hash.toString("hex")}'`));
    await bearer.unsafe(`begin; select set_config('app.session', '${hash.toString("hex")}', true)`);
    expect(await postsIn()).toEqual(mine);
    await bearer`rollback`;
    expect(await posts("forum")).toEqual(mine);
    const [row] = await behind((sql) => sql`select posts from session_rights where hash = ${hash}`);
    expect(row?.["posts"]).toEqual(mine);
  });

  test("is neither read nor written by the application or the jobs, not even the bearer's own", async () => {
    await enters("forum");
    const statements = [
      "select * from session_rights",
      "select posts from session_rights",
      "insert into session_rights (hash) values ('\\x00')",
      "update session_rights set posts = '{}'",
      "delete from session_rights",
      "select * from door.rights()",
      "select * from door.work_out(gen_random_uuid(), gen_random_uuid())",
    ];
    const jobs = postgres(world.database.jobsUrl, { max: 1, onnotice: () => {} });
    for (const statement of statements) {
      await bearer`savepoint before`;
      expect([statement, await outcome(bearer.unsafe(statement))]).toEqual([statement, "42501"]);
      await bearer`rollback to savepoint before`;
      expect([statement, await outcome(jobs.unsafe(statement))]).toEqual([statement, "42501"]);
    }
    await jobs.end();
  });

  test("goes with its session", async () => {
    const hash = hashOf(await world.signsInAgain("dpo"));
    const rows = (sql: postgres.TransactionSql) => sql`select 1 from session_rights where hash = ${hash}`;
    expect(await behind(rows)).toHaveLength(1);
    await behind((sql) => sql`delete from session where hash = ${hash}`);
    expect(await behind(rows)).toHaveLength(0);
    await world.signsInAgain("dpo");
  });
});

describe("a session that is not live has nothing, however fresh what is kept of it is", () => {
  const endings: [how: string, sql: string][] = [
    ["revoked", "update session set revoked_at = app_now()"],
    ["ended", "update session set ends_at = app_now() - interval '1 second'"],
    ["idle", "update session_rights set seen_at = app_now() - interval '30 minutes'"],
    ["of a closed account", "update account a set active = false"],
    ["of a person who has left", "update person p set left_on = door.today()"],
  ];
  test.each(endings)("%s", async (_how, statement) => {
    const token = await world.signsInAgain("forum");
    const hash = hashOf(token);
    await world.asks("forum", async () => null);
    await behind(async (sql) => {
      const its = {
        session: "hash = $1",
        session_rights: "hash = $1",
        account: "id = (select account_id from session where hash = $1)",
        person: "account_id = (select account_id from session where hash = $1)",
      };
      const table = statement.split(" ")[1] as keyof typeof its;
      await sql.unsafe(`${statement} where ${its[table]}`, [hash]);
      if (table === "account" || table === "person")
        await sql`update session set revoked_at = null where hash = ${hash}`;
    });
    expect(await bearer`select 1 from door.enter(${hash})`).toHaveLength(0);
    await bearer.unsafe(`begin; select set_config('app.session', '${hash.toString("hex")}', true)`);
    const [nothing] = await bearer`select door.partnership() as place, door.me() as me, door.posts() as posts,
      door.duties() as duties, door.led() as led, door.overseen() as overseen, door.has_duty('forum') as forum`;
    expect(nothing).toEqual({ place: null, me: null, posts: [], duties: [], led: [], overseen: [], forum: false });
    expect(await seen()).toBe(0);
    await behind(async (sql) => {
      await sql`update account set active = true where not active`;
      await sql`update person set left_on = null where left_on is not null`;
    });
    await world.signsInAgain("forum");
  });
});

describe("what opens nothing", () => {
  /** What a forger has: another's hash with a bit changed, cut, lengthened or said otherwise, a key of a row, or chance. */
  const forged = (real: string): string[] => {
    const bits = Array.from({ length: 256 }, (_, bit) => {
      const bytes = Buffer.from(real, "hex");
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      return bytes.toString("hex");
    });
    const shapes = [real.toUpperCase(), real.slice(1), `${real}0`, ` ${real}`, `${real}\n`, `\\x${real}`, real + real];
    const twice = createHash("sha256").update(Buffer.from(real, "hex")).digest("hex");
    const odd = ["", " ", "null", "%", "_".repeat(64), "' or true --", twice];
    const known = [...bits, ...shapes, ...odd];
    return [...known, ...Array.from({ length: 10_000 - known.length }, () => randomBytes(32).toString("hex"))];
  };

  test("10,000 forged sessions see no row, and the real one does", async () => {
    const real = await hexOf("boligraadgiver.sck");
    const tries = async (values: readonly string[]) => {
      const list = values.map(
        (value) => `E'${value.replaceAll("\\", "\\\\").replaceAll("'", "''").replaceAll("\n", "\\n")}'`,
      );
      await bearer.unsafe(`begin; do $$
        declare told text; found bigint; total bigint := 0;
        begin
          foreach told in array array[${list.join(", ")}]::text[] loop
            perform set_config('app.session', told, true);
            select (select count(*) from person) + (select count(*) from referral)
              + case when door.me() is null and door.partnership() is null and door.posts() = '{}' then 0 else 1 end into found;
            total := total + found;
            if told ~* '^[0-9a-f]{64}$' and told = lower(told) then
              select count(*) into found from door.enter(decode(told, 'hex'));
              total := total + found;
            end if;
          end loop;
          perform set_config('app.told', total::text, true);
        end $$`);
      const [row] = await bearer`select current_setting('app.told') as total`;
      await bearer`rollback`;
      return row?.["total"];
    };
    const all = forged(real);
    expect(all).toHaveLength(10_000);
    expect(await tries(all)).toBe("0");
    expect(Number(await tries([real]))).toBeGreaterThan(1);
  });

  test("a foreign session gives what is its bearer's, and nothing of whoever was there before", async () => {
    await enters("boligraadgiver.sck");
    const first = await postsIn();
    await bearer.unsafe(await entering("forum"));
    expect(await postsIn()).toEqual([await world.post("forum")]);
    expect(first).not.toEqual(await postsIn());
  });

  test("a session that was told within a savepoint is gone with it", async () => {
    await bearer.unsafe(`begin; savepoint before; ${await entering("forum")}`);
    expect(await seen()).toBeGreaterThan(0);
    await bearer`rollback to savepoint before`;
    expect(await seen()).toBe(0);
    await bearer.unsafe(await entering("forum"));
    await bearer.unsafe("savepoint after; select set_config('app.session', '', true)");
    expect(await seen()).toBe(0);
    await bearer`rollback to savepoint after`;
    expect(await seen()).toBeGreaterThan(0);
  });

  test("the second of two transactions in one message knows nothing of the first's", async () => {
    const counting = "select count(*)::int as rows from person";
    const results = await bearer.unsafe(`begin; ${await entering("forum")}; ${counting}; commit; begin; ${counting};
      select door.posts() as posts; commit; ${counting}`);
    const told = (results as unknown as { rows?: number; posts?: string[] }[][]).flatMap((each) => [...each]);
    expect(told.filter((row) => "rows" in row).map(({ rows }) => rows)).toEqual([16, 0, 0]);
    expect(told.find((row) => "posts" in row)?.posts).toEqual([]);
  });
});

describe("a bearer who keeps a transaction open", () => {
  const slow = "boligraadgiver.sck";

  /** What a transaction of theirs holds, besides what it sees: without that, nothing would be proved. */
  const keepsOpen = async () => {
    await world.signsInAgain(slow);
    await world.asks(slow, async () => null);
    await awayFor(slow, "5 minutes");
    await enters(slow);
    const its = await hash();
    const held = await outcome(
      behind((sql) => sql`select 1 from session_rights where hash = ${its} for update nowait`),
    );
    return { held, sees: (await seen()) !== 0 };
  };

  /** Nobody waits: whoever would is refused at once. */
  const atOnce = (run: (sql: postgres.TransactionSql) => PromiseLike<unknown>) =>
    outcome(
      world.pool.sql.begin(async (sql) => {
        await sql`set local lock_timeout = 100`;
        await run(sql);
      }),
    );
  const hash = async () => hashOf(await world.token(slow));

  const ends: [how: string, end: () => Promise<string | undefined>][] = [
    ["signing out elsewhere", async () => atOnce(async (sql) => sql`select door.close_session(${await hash()})`)],
    [
      "ending it from another session of the same person",
      async () => {
        const other = hashOf(await world.signsInAgain(slow));
        return atOnce(async (sql) => {
          await sql`select door.enter(${other})`;
          const mine = await sql<{ id: string; current: boolean }[]>`select id, current from door.my_sessions()`;
          const open = mine.filter(({ current }) => !current);
          expect(open.length).toBeGreaterThan(0);
          for (const { id } of open) await sql`select door.end_my_session(${id})`;
        });
      },
    ],
    [
      "ending all the others",
      async () => {
        const other = hashOf(await world.signsInAgain(slow));
        return atOnce(async (sql) => {
          await sql`select door.enter(${other})`;
          await sql`select door.end_my_others()`;
        });
      },
    ],
    [
      "closing the account",
      async () => {
        const its = await hash();
        return outcome(
          behind(async (sql) => {
            const of = sql`id = (select account_id from session where hash = ${its})`;
            await sql`update account set active = false where ${of}`;
            await sql`update account set active = true where ${of}`;
          }),
        );
      },
    ],
    [
      "taking the post",
      async () => {
        const its = await hash();
        return outcome(
          behind(async (sql) => {
            const of = sql`person_id = (select p.id from person p join session s on s.account_id = p.account_id where s.hash = ${its})`;
            await sql`update holding set valid_to = door.today() where ${of}`;
            await sql`update holding set valid_to = null where ${of}`;
          }),
        );
      },
    ],
  ];

  test.each(ends)("does not make %s wait, and sees nothing from then on", async (_how, end) => {
    expect(await keepsOpen()).toEqual({ held: "55P03", sees: true });
    expect(await end()).toBe("done");
    expect(await seen()).toBe(0);
    expect(await postsIn()).toEqual([]);
  });

  test("holds up no other transaction of the same session", async () => {
    expect(await keepsOpen()).toEqual({ held: "55P03", sees: true });
    const started = performance.now();
    expect(await atOnce(async (sql) => sql`select door.enter(${await hash()})`)).toBe("done");
    const [row] = await world.pool.sql`select count(*)::int as rows from door.enter(${await hash()})`;
    expect([row?.["rows"], performance.now() - started < 5_000]).toEqual([1, true]);
  });
});

describe("a change of the directory", () => {
  const away = (to: string) => behind((sql) => sql`update absence set to_day = ${to}`);
  const within = async () => (await postsIn()).includes(await world.post(mentor));

  test("that somebody else makes counts from the next statement on", async () => {
    await away(addDays(world.today(), 5));
    await enters(deputy);
    expect(await within()).toBe(true);
    await away(addDays(world.today(), -1));
    expect(await within()).toBe(false);
    await away(addDays(world.today(), 5));
    expect(await within()).toBe(true);
  });

  test("that this transaction makes counts at once, and is undone with its savepoint", async () => {
    // An administrator who leads their own unit: what they lead grows with a post that they make.
    const code = await behind(async (sql) => {
      const [row] = await sql<{ code: string }[]>`
        update function set duties = duties || array['lead'] where 'administer' = any (duties) returning code`;
      return row?.code ?? "";
    });
    const reach = async () => {
      const [row] = await bearer<{ posts: number }[]>`select cardinality(door.overseen() || door.led()) as posts`;
      return row?.posts ?? -1;
    };
    const making = `insert into post (partnership_id, id, unit_id, function, valid_from)
      select p.partnership_id, gen_random_uuid(), p.unit_id, f.code, door.today() from post p
      join function f on f.partnership_id = p.partnership_id and f.code <> p.function
      where p.function = '${code}' and not exists (select 1 from post o where o.partnership_id = p.partnership_id
        and o.unit_id = p.unit_id and o.function = f.code) limit 1`;
    await enters("admin");
    const before = await reach();
    expect(before).toBeGreaterThan(0);
    await bearer`savepoint before`;
    expect((await bearer.unsafe(making)).count).toBe(1);
    expect(await reach()).toBe(before + 1);
    // Entering again keeps what this transaction has made, and it goes as that does.
    await bearer.unsafe(await entering("admin"));
    expect(await reach()).toBe(before + 1);
    await bearer`rollback to savepoint before`;
    expect(await reach()).toBe(before);
    await bearer.unsafe(making);
    await bearer.unsafe(await entering("admin"));
    await bearer`rollback`;
    await enters("admin");
    expect(await reach()).toBe(before);
    await bearer.unsafe(`${making}; commit`);
    await enters("admin");
    expect(await reach()).toBe(before + 1);
  });

  test("that a session makes and asks for in one statement is believed of no version that is not its own", async () => {
    await enters("admin");
    const added = `with made as (
        insert into absence (partnership_id, person_id, from_day, to_day)
          select partnership_id, id, door.today(), door.today() from person where id = door.me() returning 1)
      select (select count(*) from made), e.* from door.enter(decode(current_setting('app.session'), 'hex')) e`;
    await bearer.unsafe(`${added}; commit`);
    const hash = hashOf(await world.token("admin"));
    await enters("admin");
    const [row] = await behind(
      (sql) => sql`select r.directory < p.directory as older from session s join session_rights r on r.hash = s.hash
        join partnership p on p.id = s.partnership_id where s.hash = ${hash}`,
    );
    expect(row?.["older"]).toBe(true);
  });
});

test("a day that turns takes a deputy's post, though nobody changed anything", async () => {
  await behind((sql) => sql`update absence set to_day = ${world.today()}`);
  const [during, deputised] = [await posts(deputy), await world.post(mentor)];
  expect(during).toContain(deputised);
  await world.turnTo(afterMidnight);
  expect(await posts(deputy)).toEqual(during.filter((post) => post !== deputised));
});
