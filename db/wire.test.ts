import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filledIn } from "#lib/referral/a-referral.ts";
import { acts } from "#lib/referral/acts.ts";
import { logForm } from "#lib/referral/log-form.ts";
import { ok, type Result } from "#lib/result.ts";
import { asMember, type Member, sessionOf } from "./as-member.ts";
import { beginWith } from "./begin-with.ts";
import { openPool, type Pool, type Tx } from "./client.ts";
import { agreementOf } from "./directory/directory.ts";
import { readFrame } from "./frame.ts";
import { readInbox } from "./inbox/read-inbox.ts";
import { once } from "./intent/once.ts";
import { countUnread } from "./notice/count-unread.ts";
import { readNotices } from "./notice/read-notices.ts";
import { log } from "./referral/log.ts";
import { perform } from "./referral/perform.ts";
import { openWire, type Said, type Wire } from "./testing/wire.ts";
import { openWorld, valueOf, type World } from "./testing/world.ts";
import { readWork } from "./work/read-work.ts";

let world: World;
let wire: Wire;
let pool: Pool;
beforeAll(async () => {
  world = await openWorld();
  wire = await openWire(world.database.appUrl);
  pool = openPool(wire.url, { max: 1 });
});
afterAll(async () => {
  await pool.close();
  await wire.close();
  await world.close();
});

const vicevaert = "vicevaert.titanparken";
const skp = "skp.sck";

type Doing = (tx: Tx, me: Member) => Promise<Result<unknown>>;
const as = async (persona: string, run: Doing) => valueOf(await asMember(pool, await world.token(persona), run));

/** What it takes once the connection knows its statements, and the process agreement and directory. */
async function takes(persona: string, run: () => Doing): Promise<Said> {
  for (let time = 0; time < 2; time += 1) await as(persona, run());
  const last = run();
  return wire.during(() => as(persona, last));
}

/** The same done as a change is: once, whatever comes of it. */
const change =
  (run: Doing): Doing =>
  (tx, me) =>
    once(tx, me, { key: randomUUID(), body: Buffer.from("a body") }, () => run(tx, me));

const sending: Doing = async (tx, me) => {
  const filled = filledIn(await agreementOf(tx, me), "SKP", me.today);
  const consent = { name: "written", feedback: "yes" };
  return log(tx, me, logForm.parse({ ...filled, service: "SKP", consent }));
};

describe("a read begins its transaction, says whose session it is, and reads and looks, in three round trips", () => {
  const readings: [what: string, persona: string, run: Doing, said: Said][] = [
    ["nothing", skp, async () => ok(null), { roundTrips: 2, messages: 7, writes: 2 }],
    ["the inbox", skp, (tx, me) => readInbox(tx, me), { roundTrips: 3, messages: 13, writes: 3 }],
    ["the frame", skp, async (tx, me) => ok(await readFrame(tx, me)), { roundTrips: 3, messages: 10, writes: 3 }],
    ["unread", skp, async (tx, me) => ok(await countUnread(tx, me)), { roundTrips: 3, messages: 10, writes: 3 }],
    ["the notices", vicevaert, (tx, me) => readNotices(tx, me, "da"), { roundTrips: 3, messages: 13, writes: 3 }],
    ["the work", skp, (tx, me) => readWork(tx, me, "da"), { roundTrips: 3, messages: 34, writes: 4 }],
  ];
  beforeAll(async () => {
    for (let count = 0; count < 3; count += 1) await world.logs(vicevaert, { service: "SKP" });
    await world.does(skp, "accept", await world.logs(vicevaert, { service: "SKP" }));
  });
  test.each(readings)("%s", async (_what, persona, run, said) => {
    const { messages, ...trips } = await takes(persona, () => run);
    expect(trips).toEqual({ roundTrips: said.roundTrips, writes: said.writes });
    expect(messages).toBeLessThanOrEqual(said.messages);
  });
});

describe("a change waits only where it must know what is answered", () => {
  test("a session is asked for at once", async () => {
    const token = await world.token(skp);
    await sessionOf(pool, token);
    expect(await wire.during(() => sessionOf(pool, token))).toEqual({ roundTrips: 1, messages: 3, writes: 1 });
  });

  test("sending: its key, the checklist, the referral's id, and everything else in one go", async () => {
    const said = await takes(vicevaert, () => change(sending));
    expect(said.roundTrips).toBe(6);
    expect(said.messages).toBeLessThanOrEqual(61);
  });

  test("accepting: its key, the lock, what is rested on, and everything else in one go", async () => {
    const codes: string[] = [];
    for (let count = 0; count < 3; count += 1) codes.push(await world.logs(vicevaert, { service: "SKP" }));
    const said = await takes(skp, () => {
      const code = codes.pop() ?? "";
      return change((tx, me) => perform(tx, me, { code, act: "accept", input: acts.accept.input.parse({}) }));
    });
    expect(said.roundTrips).toBe(7);
    expect(said.messages).toBeLessThanOrEqual(46);
  });
});

test("what fails on its way to the end of the transaction is thrown, and nothing stays", async () => {
  const token = await world.token(skp);
  const tried = asMember(pool, token, async (tx) => {
    await tx.sql`select set_config('app.code', 'something', true)`;
    tx.underway.push(tx.sql`select 1 / 0`.execute());
    return ok("done");
  });
  await expect(tried).rejects.toThrow("division by zero");
});

test("a statement that fails in the beginning's message is thrown, and the connection serves on", async () => {
  const token = await world.token(skp);
  await expect(
    beginWith(
      pool,
      (sql) => sql`select 1 / ${0}::int as none`,
      async () => ok(null),
    ),
  ).rejects.toThrow("division by zero");
  expect(valueOf(await asMember(pool, token, async (_tx, me) => ok(me.person)))).toBeTruthy();
});
