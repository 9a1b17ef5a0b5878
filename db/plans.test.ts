import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boardQuery } from "#lib/board/board-view.ts";
import { inboxQuery } from "#lib/referral/inbox-view.ts";
import { ok, type Result } from "#lib/result.ts";
import type { Member } from "./as-member.ts";
import { readBoard } from "./board/read-board.ts";
import type { Tx } from "./client.ts";
import { readInbox } from "./inbox/read-inbox.ts";
import { unitsIn } from "./inbox/units-in.ts";
import { countUnread } from "./notice/count-unread.ts";
import { readNotices } from "./notice/read-notices.ts";
import { readReferral } from "./referral/read-referral.ts";
import { copyReferral } from "./testing/copies.ts";
import { plansOf } from "./testing/plans.ts";
import { openWorld, type World } from "./testing/world.ts";
import { readWork } from "./work/read-work.ts";

/** Starting so many costs about as much as a short list itself. */
const mostInitPlans = 40;
const adviser = "boligraadgiver.sck";
const coordinator = "sagsbehandler.sck";
const vicevaert = "vicevaert.titanparken";

let world: World;
let code: string;

beforeAll(async () => {
  world = await openWorld();
  const sent = () => world.logs(vicevaert, { service: "UDSAETTELSE" });
  const waits = await sent();
  code = await sent();
  await world.does(adviser, "accept", code);
  const elsewhere = await world.logs("vicevaert.lundtoftegade", { service: "SKP" });
  // As many as a district has, so that PostgreSQL goes about it as it does there.
  await copyReferral(world, waits, 100);
  await copyReferral(world, code, 100);
  await copyReferral(world, elsewhere, 3_800);
  // What is just done may still be undone, which is asked of a moment ago alone.
  await world.owns(["event"], (sql) => sql`update event set at = at - interval '11 seconds'`);
});
afterAll(async () => world.close());

type Reading = (tx: Tx, me: Member) => Promise<Result<unknown>>;
const inbox =
  (asked: object): Reading =>
  (tx, me) =>
    readInbox(tx, me, inboxQuery.parse(asked));
const reader = { locale: "da", aPlan: "en helhedsplan" } as const;

/**
 * Whose session, what is read, and how many buffers its heaviest statement may touch: a fifth over what was measured. What
 * waits for somebody is several lists in one statement, and is given its own number of plans.
 */
const readings: [what: string, persona: string, read: Reading, buffers: number, initPlans?: number][] = [
  ["the inbox, what waits", adviser, inbox({}), 670],
  ["the inbox, what is held", adviser, inbox({ list: "held" }), 670],
  ["the inbox, newest first", adviser, inbox({ sort: "newest" }), 1_200],
  ["the inbox's units", adviser, async (tx, me) => ok(await unitsIn(tx, me, inboxQuery.parse({}))), 1_200],
  ["the count of unread notices", adviser, async (tx, me) => ok(await countUnread(tx, me)), 180],
  ["the notices", adviser, (tx, me) => readNotices(tx, me, "da"), 3_100],
  ["a referral, by its holder", adviser, (tx, me) => readReferral(tx, me, { code, reader }), 160],
  ["a referral, by its origin", vicevaert, (tx, me) => readReferral(tx, me, { code, reader }), 160],
  ["the board", coordinator, (tx, me) => readBoard(tx, me, boardQuery.parse({})), 31_000],
  ["the start page", adviser, (tx, me) => readWork(tx, me, "da"), 1_400, 80],
];

describe("no statement of what is read all day costs more than it must", () => {
  test.each(readings)("%s", async (_reading, persona, read, mostBuffers, most = mostInitPlans) => {
    const planned = await plansOf(world.database, await world.token(persona), read);
    const over = planned.filter(({ initPlans, buffers }) => initPlans > most || buffers > mostBuffers);
    expect(planned.length).toBeGreaterThan(0);
    expect(over).toEqual([]);
  });
});
