import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BoardQuery, type BoardView, boardQuery, clocks } from "#lib/board/board-view.ts";
import { addDays } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { lineOf } from "#lib/referral/line.ts";
import type { Result } from "#lib/result.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { openReferrals } from "./open-referrals.ts";
import { readBoard } from "./read-board.ts";

const coordinator = "sagsbehandler.sck";
let world: World;
const codes: Record<"late" | "time" | "held" | "over" | "resumed" | "back" | "own" | "closed", string> = {
  late: "",
  time: "",
  held: "",
  over: "",
  resumed: "",
  back: "",
  own: "",
  closed: "",
};

beforeAll(async () => {
  world = await openWorld();
  const day = (days: number) => addDays(world.today(), days);
  codes.late = await world.logs("vicevaert.titanparken", { service: "SKP" }, { ago: 30 });
  codes.time = await world.logs("vicevaert.lundtoftegade", { service: "SKP" });
  codes.own = await world.logs("vicevaert.titanparken", { service: "BOLIGYDELSE" });
  codes.back = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
  await world.does("boligraadgiver.sck", "return", codes.back, { reason: "VEJLEDT" });
  for (const [which, ago, days] of [
    ["held", 3, 10],
    ["over", 50, -20],
    ["resumed", 10, -1],
  ] as const) {
    codes[which] = await world.logs("raadgiver.mimersgade", { service: "SKP" }, { ago });
    await world.does("skp.sck", "accept", codes[which], {}, { ago });
    await world.does("skp.sck", "progress", codes[which], { what: "KONTAKT" }, { ago });
    await world.does("skp.sck", "hold", codes[which], { until: day(days), reason: "BEBOER" }, { ago });
  }
  codes.closed = await world.logs("vicevaert.titanparken", { service: "SKP", onTheSpot: true });
});
afterAll(() => world.close());

const tries = (persona: string, query: Partial<BoardQuery>): Promise<Result<BoardView>> =>
  world.as(persona, (tx, me) => readBoard(tx, me, boardQuery.parse(query)));
const sees = async (query: Partial<BoardQuery> = {}) => valueOf(await tries(coordinator, query));
const shown = ({ groups }: BoardView) =>
  Object.fromEntries(groups.map(({ clock, rows }) => [clock, rows.map(({ code }) => code)]));

describe("the board", () => {
  test("has every open referral once, by clock, and no closed one", async () => {
    expect(shown(await sees())).toEqual({
      late: expect.arrayContaining([codes.late, codes.over]),
      in_time: expect.arrayContaining([codes.time, codes.own, codes.resumed]),
      on_hold: [codes.held],
    });
    const all = (await sees()).groups.flatMap(({ rows }) => rows.map(({ code }) => code));
    expect(all.toSorted()).toEqual(
      Object.values(codes)
        .filter((code) => code !== codes.closed)
        .toSorted(),
    );
  });

  test("counts what it shows", async () => {
    for (const { count, rows } of (await sees()).groups) expect(count).toBe(rows.length);
  });

  test("puts each referral on the clock that the rules put it on", async () => {
    const [today, open] = await world.asks(coordinator, async (tx, me) => [me.today, await openReferrals(tx, me, {})]);
    const days = workingDays();
    expect(open.map(({ clock }) => clock)).toEqual(open.map((referral) => lineOf(referral, { today, days }).state));
    expect(new Set(open.map(({ clock }) => clock)).size).toBeGreaterThan(2);
  });

  test("is the coordinator's alone", async () => {
    for (const stranger of ["skp.sck", "leder.sck", "vicevaert.titanparken", "admin", "dpo", "forum"])
      expect(await tries(stranger, {})).toEqual({ ok: false, code: "not-found" });
  });

  test("names no estate, and nothing of the matter", async () => {
    const text = JSON.stringify(await sees());
    for (const secret of [
      "Titanparken",
      "Lundtoftegade",
      "Mimersgade",
      '"situations"',
      '"answers"',
      '"age"',
      '"body"',
      '"payBy"',
    ])
      expect(text).not.toContain(secret);
    const back = (await sees()).groups.flatMap(({ rows }) => rows).find(({ code }) => code === codes.back);
    expect(back).toMatchObject({ holder: null, ball: null, wait: "next_step" });
  });

  test("opens only those to which the coordinator is a party", async () => {
    const rows = (await sees()).groups.flatMap(({ rows: own }) => own);
    expect(rows.filter(({ mine }) => mine).map(({ code }) => code)).toEqual([codes.own]);
  });

  test("says why a referral is stuck", async () => {
    const rows = (await sees()).groups.flatMap(({ rows: own }) => own);
    const why = (code: string) => rows.find((row) => row.code === code)?.reasons;
    expect(why(codes.late)).toEqual(["late", "unassigned"]);
    expect(why(codes.time)).toEqual([]);
    expect(why(codes.back)).toEqual(["eviction"]);
  });

  test("is narrowed by service, by unit, and to one group", async () => {
    const service = shown(await sees({ service: "BOLIGYDELSE" }));
    expect(Object.values(service).flat()).toEqual([codes.own]);
    const back = shown(await sees({ unit: "helhedsplan" }));
    expect(Object.values(back).flat()).toContain(codes.back);
    const group = await sees({ clock: "on_hold" });
    expect(Object.keys(shown(group))).toEqual(["on_hold"]);
    expect(group.pages).toBe(1);
  });

  test("reads nonsense in the address as nothing", () => {
    expect(boardQuery.parse({ service: "'; drop", unit: "x", clock: "soon", page: "-3", lang: "xx" })).toEqual({
      service: undefined,
      unit: undefined,
      clock: undefined,
      page: 1,
      lang: "da",
    });
    expect(clocks).toHaveLength(4);
  });

  test("shows on top what waits for a post where nobody is, estates without a name", async () => {
    expect((await sees()).vacant).toEqual([]);
    const leave = await Promise.all(["skp.sck", "vicevaert.titanparken"].map(world.post));
    await world.owns(
      ["holding", "partnership"],
      (sql) => sql`
      update holding set valid_to = door.today() - 1 where post_id = any (${leave}::uuid[])`,
    );
    expect((await sees()).vacant).toEqual([
      { post: "Støttekontaktperson, SCK", waiting: expect.any(Number) },
      { post: null, waiting: 1 },
    ]);
  });
});
