import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { withDatabase } from "#scripts/connections.ts";
import { nameAdministrator } from "#scripts/name-administrator.ts";
import { setUp } from "#scripts/set-up.ts";
import { emptyDatabase } from "#scripts/test-database.ts";
import { type Copy, copyDatabase } from "../testing/copy-database.ts";
import { cutLine } from "../testing/cut-line.ts";
import { closePretended, pretend } from "../testing/other-servers.ts";
import { definitionsOf, stateOf } from "../testing/partnership-state.ts";

type Command = typeof setUp;
type Where = { ownerUrl: string; jobsUrl: string };

let live: Awaited<ReturnType<typeof emptyDatabase>>;
let folder: string;
let file: string;
let copy: Copy;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "brobyg-cut-"));
  file = path.join(folder, "link");
  live = await emptyDatabase();
  const failed = await run(setUp, [], live);
  if (failed) throw new Error(failed);
});
afterAll(async () => {
  closePretended();
  rmSync(folder, { recursive: true });
  await live.drop();
});
beforeEach(async () => {
  copy = await copyDatabase({ ...live, ahead: 0 });
});
afterEach(() => copy.drop());

/** What the command ended with, as a sentence; empty where it did what it was asked. */
async function run(command: Command, args: string[], { ownerUrl, jobsUrl }: Where): Promise<string> {
  const env = {
    DATABASE_URL: withDatabase(live.appUrl, new URL(jobsUrl).pathname.slice(1)),
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_JOBS_URL: jobsUrl,
    AUTH_URL: "https://brobyg.example",
  };
  const ended = command(args, { env, isTerminal: false, say: () => {}, print: () => {} });
  return ended.then(
    () => "",
    (error: Error) => (error.constructor === Error ? error.message : (error.stack ?? "")),
  );
}

const lost =
  /^The connection to PostgreSQL was lost before (setup|this) was done\. Nothing is half done: run the same command again\.$/;
/** A line that breaks before the server has said what it is. */
const unknown = /^What answers at 127\.0\.0\.1:\d+ is no PostgreSQL\.$/;
const cutOff = new RegExp(`${lost.source}|${unknown.source}`);

/** How soon a command whose line is cut has ended, in seconds, on a machine with much else to do. */
const soon = 20;

const setup = ["--partnership", "Amager", "--administrator", "frida@kommunen.example"];
const withOfficer = [...setup, "--officer", "olga@kommunen.example"];
const administrator = ["anna@kommunen.example", "--partnership", "Amager"];

/**
 * Cuts the line before each statement in turn, until the command gets through: nothing of it is there until then, no link lies
 * about, and it says what to do.
 * @returns how many statements it has
 */
async function cutEverywhere(command: Command, args: string[]): Promise<number> {
  const before = await stateOf(copy);
  for (let at = 1; ; at += 1) {
    const line = await cutLine(copy.ownerUrl, ({ number }) => number === at);
    const began = performance.now();
    const failed = await run(command, [...args, "--link-file", file], { ...copy, ownerUrl: line.url });
    await line.close();
    const got = !line.isCut();
    const seconds = (performance.now() - began) / 1000;
    const ended = { failed: cutOff.test(failed), late: !got && seconds > soon, link: existsSync(file) };
    expect([at, failed, ended]).toEqual([at, failed, { failed: !got, late: false, link: got }]);
    if (got) return line.statements();
    expect([at, await stateOf(copy)]).toEqual([at, before]);
  }
}

/** Said by itself, or prepared under a name. */
const isCommit = (text: string): boolean => text.split("\0").includes("commit");

/** What the partnership is when nobody interrupts. */
async function uninterrupted(command: Command, args: string[]): Promise<object> {
  const other = await copyDatabase({ ...copy, appUrl: live.appUrl, home: null, ahead: 0 });
  try {
    expect(await run(command, [...args, "--link-file", path.join(folder, "other")], other)).toBe("");
    rmSync(path.join(folder, "other"));
    return await stateOf(other);
  } finally {
    await other.drop();
  }
}

describe("cut off before each statement, and done again, it ends as if it had not been:", () => {
  afterEach(() => rmSync(file, { force: true }));

  test("setup with a partnership", async () => {
    const wanted = await uninterrupted(setUp, withOfficer);
    expect(await cutEverywhere(setUp, withOfficer)).toBeGreaterThan(20);
    expect(await stateOf(copy)).toEqual(wanted);
    expect(await run(setUp, withOfficer, copy)).toBe("");
    expect(await stateOf(copy)).toEqual(wanted);
  }, 600_000);

  test("another administrator", async () => {
    expect(await run(setUp, [...withOfficer, "--link-file", file], copy)).toBe("");
    rmSync(file);
    const wanted = await uninterrupted(nameAdministrator, administrator);
    expect(await cutEverywhere(nameAdministrator, administrator)).toBeGreaterThan(3);
    expect(await stateOf(copy)).toEqual(wanted);
  }, 600_000);

  test("setup whose last answer was lost: the partnership is there, and how to get a link is said", async () => {
    let made = false;
    const ofMaking = ({ text }: { text: string }) => {
      made ||= text.includes("door.begin_partnership");
      return made && isCommit(text);
    };
    const line = await cutLine(copy.ownerUrl, ofMaking, { after: true });
    expect(await run(setUp, [...setup, "--link-file", file], { ...copy, ownerUrl: line.url })).toMatch(lost);
    await line.close();
    expect(existsSync(file)).toBe(false);
    expect(await stateOf(copy)).toMatchObject([{ name: "Amager" }]);
    expect(await run(setUp, setup, copy)).toBe("");
  });
});

test("cut off in every migration in turn, setup goes on from there and ends with the same", async () => {
  const empty = await emptyDatabase();
  try {
    const places = ["begin", "first", "note", "commit"] as const;
    let cuts = 0;
    for (let more = true; more; cuts += 1) {
      const line = await cutLine(empty.ownerUrl, inSecondMigration(places[cuts % places.length] ?? "begin"));
      const failed = await run(setUp, [], { ...empty, ownerUrl: line.url });
      await line.close();
      more = line.isCut();
      expect([cuts, failed, lost.test(failed)]).toEqual([cuts, failed, more]);
    }
    expect(cuts).toBeGreaterThan(90);
    expect(await definitionsOf(empty)).toEqual(await definitionsOf(live));
  } finally {
    await empty.drop();
  }
}, 900_000);

/** One migration is done, and the next one is cut off there: before it begins, in it, before it is noted, or before it holds. */
function inSecondMigration(place: "begin" | "first" | "note" | "commit") {
  let begun = 0;
  let since = 0;
  let noted = false;
  return ({ text }: { text: string }): boolean => {
    since += 1;
    if (text.startsWith("begin")) [begun, since] = [begun + 1, 0];
    // The first transaction makes the roles.
    if (begun !== 3) return false;
    const notes = text.includes("function door.migrations()");
    const isAt = { begin: since === 0, first: since === 2, note: notes, commit: noted };
    noted ||= notes;
    return isAt[place];
  };
}

describe("a server that takes connections and breaks them is told of within seconds", () => {
  test.each([
    ["at once", 0],
    ["once the client has said who it is", 1],
  ])("%s", async (_when, heard) => {
    const url = await pretend((socket) => {
      let left = heard;
      socket.on("data", (data) => {
        // Whether the connection may be encrypted is asked first, on one of its own.
        if (data.length === 8) return socket.write("N");
        left -= 1;
        if (left <= 0) socket.destroy();
      });
    });
    const began = performance.now();
    expect(await run(setUp, [], { ...copy, ownerUrl: url })).toMatch(unknown);
    expect((performance.now() - began) / 1000).toBeLessThan(soon);
  });
});

test("two databases of one server are set up at the same time, although both make the same roles", async () => {
  const holder = postgres(live.ownerUrl, { max: 1, onnotice: () => {} });
  try {
    let ended: Promise<string> | undefined;
    await holder.begin(async (sql) => {
      await sql.unsafe("alter role brobyg_door noinherit nologin");
      ended = run(setUp, [], copy);
      await waitsForLock(copy);
    });
    expect(await ended).toBe("");
  } finally {
    await holder.end();
  }
});

/** Until somebody in that database waits for another transaction. */
async function waitsForLock({ ownerUrl }: Where): Promise<void> {
  const sql = postgres(ownerUrl, { max: 1, onnotice: () => {} });
  try {
    await expect
      .poll(async () => (await sql`select 1 from pg_locks where not granted and locktype = 'transactionid'`).length, {
        timeout: 20_000,
      })
      .toBe(1);
  } finally {
    await sql.end();
  }
}
