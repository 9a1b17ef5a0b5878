import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { partnerships } from "#db/log/chain.ts";
import { verifyLog } from "#db/log/verify.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { anchorLog, readAnchors } from "./anchor-log.ts";
import { chainLogs } from "./chain-log.ts";
import { purge } from "./purge.ts";
import { type Job, runAlone, runJobs } from "./run.ts";

let world: World;
let jobs: Pool;
let folder: string;

beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 6 });
  folder = await mkdtemp(path.join(tmpdir(), "brobyg-anchors-"));
  await world.logs("vicevaert.titanparken", { service: "SKP" });
});
afterAll(async () => {
  await rm(folder, { recursive: true });
  await jobs.close();
  await world.close();
});

/** What was written a while ago. */
const settle = () =>
  world.owns(["log", "link"], (sql) =>
    sql`update log set at = at - interval '3 seconds'
  where id not in (select log_id from link)`.then(() => {}),
  );

describe("a job", () => {
  test("runs in one process at a time", async () => {
    let [running, most] = [0, 0];
    const slow: Job = {
      name: "slow",
      every: 1,
      run: async () => {
        most = Math.max(most, ++running);
        await new Promise((resolve) => setTimeout(resolve, 100));
        running -= 1;
      },
    };
    const answers = await Promise.all([runAlone(jobs, slow), runAlone(jobs, slow)]);
    expect([answers.toSorted(), most]).toEqual([["done", "elsewhere"], 1]);
    expect(await runAlone(jobs, slow)).toBe("done");
  });

  test("that fails is tried again, told of without what it was about, and keeps no other from its turn", async () => {
    const stopping = new AbortController();
    const said: string[] = [];
    const runs = { bad: 0, good: 0 };
    const bad: Job = {
      name: "bad",
      every: 0.01,
      run: async () => {
        runs.bad += 1;
        if (runs.bad === 3) stopping.abort();
        throw new Error("Fru Hansen, 2. tv.");
      },
    };
    const good: Job = { name: "good", every: 0.01, run: async () => (runs.good += 1) };
    await runJobs(jobs, [bad, good], { stopping: stopping.signal, say: (sentence) => said.push(sentence) });
    expect(runs.bad).toBe(3);
    expect(runs.good).toBeGreaterThan(1);
    expect(said).toHaveLength(3);
    expect(said.join()).toMatch(/^bad failed \(Error\), 1 in a row/);
    expect(said.join()).not.toContain("Hansen");
  });

  test("that is under way when everything stops is finished first", async () => {
    const stopping = new AbortController();
    let finished = false;
    const job: Job = {
      name: "last",
      every: 60,
      run: async () => {
        stopping.abort();
        await new Promise((resolve) => setTimeout(resolve, 50));
        finished = true;
      },
    };
    await runJobs(jobs, [job], { stopping: stopping.signal, say: () => {} });
    expect(finished).toBe(true);
  });
});

describe("the chain's job", () => {
  test("numbers what has settled, once", async () => {
    await settle();
    expect(await chainLogs(jobs)).toBeGreaterThan(0);
    expect(await chainLogs(jobs)).toBe(0);
  });

  test("after days of silence numbers everything that was written meanwhile", async () => {
    for (let day = 0; day < 3; day += 1) await world.logs("vicevaert.titanparken", { service: "SKP" });
    await settle();
    expect(await chainLogs(jobs)).toBeGreaterThan(2);
    const [partnership = ""] = await partnerships(jobs);
    expect(await verifyLog(jobs.sql, partnership, [])).toMatchObject({ bad: null, waiting: 0 });
  });

  test("never numbers a row that claims to be from long ago; the check names it", async () => {
    const id = await world.owns(["log"], async (sql) => {
      const [row] = await sql<{ id: string }[]>`
        insert into log select partnership_id, gen_random_uuid(), at - interval '1 day', person_id, posts, kind, what, referrals, detail
        from log limit 1 returning id`;
      return row?.id ?? null;
    });
    expect(await chainLogs(jobs)).toBe(0);
    const [partnership = ""] = await partnerships(jobs);
    expect((await verifyLog(jobs.sql, partnership, [])).bad).toEqual({ why: "unnumbered", number: null, id });
    await world.owns(["log"], (sql) => sql`delete from log where id = ${id}`.then(() => {}));
  });

  test("reads a row the same way in SQL and in TypeScript, whatever is in it", async () => {
    await world.owns(["log", "person"], (sql) =>
      sql`insert into log (partnership_id, id, person_id, posts, kind, what, referrals, detail)
        select partnership_id, gen_random_uuid(), null, '{}', 'directory', 'unit.æøå', '{}',
          '{"a": "x\\ty\\\\z\\n", "changed": ["phone", "né"], "n": 1.50, "none": null}' from person limit 1`.then(
        () => {},
      ),
    );
    await settle();
    expect(await chainLogs(jobs)).toBe(1);
    const [partnership = ""] = await partnerships(jobs);
    expect(await verifyLog(jobs.sql, partnership, [])).toMatchObject({ bad: null });
  });
});

describe("the anchors' job", () => {
  test("writes the head to a file and to a mail, once", async () => {
    expect(await anchorLog(jobs, { folder, mailTo: "dpo@brobyg.example" })).toBe(1);
    expect(await anchorLog(jobs, { folder, mailTo: "dpo@brobyg.example" })).toBe(0);
    const [anchor] = await readAnchors(folder);
    const mails = await jobs.sql<{ values: object }[]>`select values from mail where kind = 'anchor'`;
    expect(mails.map(({ values }) => values)).toEqual([{ ...anchor, number: String(anchor?.number) }]);
    expect(await verifyLog(jobs.sql, anchor?.partnership ?? "", anchor ? [anchor] : [])).toMatchObject({
      anchors: 1,
      bad: null,
    });
  });

  test("waits a quarter of an hour for the next, however much is written meanwhile", async () => {
    await world.logs("vicevaert.titanparken", { service: "SKP" });
    await settle();
    expect(await chainLogs(jobs)).toBeGreaterThan(0);
    expect(await anchorLog(jobs, { folder })).toBe(0);
    await world.owns(["anchor"], (sql) => sql`update anchor set at = at - interval '16 minutes'`.then(() => {}));
    expect(await anchorLog(jobs, { folder })).toBe(1);
  });

  test("a file that lost a head is found out", async () => {
    const file = path.join(folder, "anchors.jsonl");
    const kept = await readFile(file, "utf8");
    await writeFile(file, "");
    const [partnership = ""] = await partnerships(jobs);
    expect((await verifyLog(jobs.sql, partnership, await readAnchors(folder))).bad?.why).toBe("unanchored");
    await writeFile(file, kept);
  });
});

test("the jobs' login changes and removes nothing of the log, its chain or its anchors; the app's only reads it", async () => {
  for (const table of ["log", "link", "anchor"])
    for (const statement of [
      `update ${table} set partnership_id = partnership_id`,
      `delete from ${table}`,
      `truncate ${table}`,
    ]) {
      await expect(jobs.sql.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
      await expect(world.pool.sql.unsafe(statement), statement).rejects.toMatchObject({ code: "42501" });
    }
  await expect(jobs.sql`insert into log select * from log limit 1`).rejects.toMatchObject({ code: "42501" });
  await expect(world.pool.sql`insert into log select * from log limit 1`).rejects.toMatchObject({ code: "42501" });
});

test("what nobody needs any more is deleted, and what is needed stays", async () => {
  await world.owns(["ceremony", "throttle", "draft", "intent", "mail", "person", "session"], async (sql) => {
    await sql`insert into ceremony (hash, kind, ends_at) values ('\\x01', 'passkey', app_now() - interval '2 days'), ('\\x02', 'passkey', app_now())`;
    await sql`insert into throttle (key, tries, since) values ('\\x01', 1, app_now() - interval '3 days'), ('\\x02', 1, app_now())`;
    await sql`insert into draft (partnership_id, id, person_id, coded, saved_at)
      select partnership_id, gen_random_uuid(), id, '{}', app_now() - make_interval(days => days) from (select * from person limit 1) p, unnest(array[29, 31]) days`;
    await sql`insert into intent (partnership_id, person_id, key, body, at)
      select partnership_id, id, gen_random_uuid(), '\\x00', app_now() - make_interval(days => days) from (select * from person limit 1) p, unnest(array[6, 8]) days`;
    await sql`insert into mail (partnership_id, id, to_address, kind, "values", locale, at)
      select partnership_id, gen_random_uuid(), 'a@b.example', 'digest', '{}', 'da', app_now() - make_interval(days => days) from (select * from person limit 1) p, unnest(array[89, 91]) days`;
    await sql`insert into session (hash, account_id, partnership_id, ends_at, revoked_at)
      select decode(lpad(n::text, 64, '0'), 'hex'), account_id, partnership_id, app_now() - make_interval(days => ended), app_now() - make_interval(days => revoked)
      from (select * from person limit 1) p, (values (1, 29, null::int), (2, 31, null), (3, 29, 29), (4, 29, 31)) x(n, ended, revoked)`;
  });
  expect(await purge(jobs)).toBe(7);
  expect(await purge(jobs)).toBe(0);
  // Whoever is signed in stays so.
  expect(await world.asks("vicevaert.titanparken", async (_tx, me) => me.posts.length)).toBe(1);
});
