import { afterAll, beforeAll, expect, test } from "vitest";
import { boardQuery } from "#lib/board/board-view.ts";
import { addDays } from "#lib/calendar/day.ts";
import { readBoard } from "../board/read-board.ts";
import { asTx, openPool } from "../client.ts";
import { readLeader } from "../leader/read-leader.ts";
import { performAsSystem } from "../referral/perform-as-system.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { endPost } from "../units/end-post.ts";
import { readNotices } from "./read-notices.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const vicevaert = "vicevaert.titanparken";
const told = async (persona: string, code: string) =>
  valueOf(await world.as(persona, (tx, me) => readNotices(tx, me, "da")))
    .weeks.flatMap(({ notices }) => notices)
    .filter((notice) => notice.code === code);
/** Nobody holds it from now on, and whoever stands in for it is away. */
const leaves = async (key: string) => {
  const post = await world.post(key);
  await world.owns(["holding", "absence", "partnership"], async (sql) => {
    await sql`
        insert into absence (partnership_id, person_id, from_day, to_day)
        select partnership_id, person_id, door.today(), door.today() + 9 from holding
        where post_id = ${post} and kind = 'deputy'`;
    await sql`update holding set valid_to = door.today() - 1 where post_id = ${post} and kind = 'holder'`;
  });
};
const shownTo = async (code: string) => {
  const dash = `${code.slice(0, 4)}-${code.slice(4)}`;
  const reader = { locale: "da", aPlan: "en helhedsplan" } as const;
  const led = valueOf(await world.as("leder.sck", (tx, me) => readLeader(tx, me, reader)));
  const board = valueOf(await world.as("sagsbehandler.sck", (tx, me) => readBoard(tx, me, boardQuery.parse({}))));
  return { leader: led.unit?.rows.find((row) => row.code === dash), board: board.vacant };
};

test("what comes to a post where nobody is reaches its leader, in a notice and on the page, and the board", async () => {
  const there = await world.logs(vicevaert, { service: "SKP" });
  expect(await told("leder.sck", there)).toEqual([]);
  await leaves("skp.sck");
  const code = await world.logs(vicevaert, { service: "SKP" });
  const [notice, ...more] = await told("leder.sck", code);
  expect(more).toEqual([]);
  expect(notice).toMatchObject({ kind: "vacant", unread: true });
  expect(JSON.stringify(notice)).not.toMatch(/Titanparken|vicevært/);
  expect(await told("sagsbehandler.sck", code)).toEqual([]);
  const { leader, board } = await shownTo(code);
  expect(leader).toMatchObject({ waitsFor: "Støttekontaktperson, SCK", vacant: true });
  expect(board).toEqual([{ post: "Støttekontaktperson, SCK", waiting: 2 }]);
});

test("where no leader is either, the coordinator is told; a housing organisation's leader never is", async () => {
  await leaves("brobygger.lokalomraadekontoret");
  const code = await world.logs(vicevaert, { service: "BRO" });
  expect(await told("sagsbehandler.sck", code)).toMatchObject([{ kind: "vacant" }]);
  const taken = await world.logs("vicevaert.lundtoftegade", { service: "BOLIGYDELSE" });
  await leaves("vicevaert.lundtoftegade");
  await world.does("sagsbehandler.sck", "return", taken, { reason: "SAMTYKKE" });
  expect(await told("leder.akb", taken)).toEqual([]);
});

test("what moves there because a post ended is told too", async () => {
  const code = await world.logs(vicevaert, { service: "MENTOR1825" });
  const [mentor, skp] = await Promise.all(["mentor.sck", "skp.sck"].map(world.post));
  if (!mentor || !skp) throw new Error("the agreement lost its posts");
  const { today, partnership } = await world.asks("admin", async (_tx, me) => me);
  const from = addDays(today, 1);
  valueOf(await world.as("admin", (tx, me) => endPost(tx, me, { post: mentor, from, successor: skp })));
  const jobs = openPool(world.database.jobsUrl, { max: 1 });
  const doing = { act: "succeed", code, ending: mentor, successor: skp } as const;
  valueOf(await jobs.sql.begin((sql) => performAsSystem(asTx(jobs, sql), { partnership, today: from }, doing)));
  await jobs.close();
  expect((await told("leder.sck", code)).map(({ kind }) => kind)).toEqual(["vacant"]);
});
