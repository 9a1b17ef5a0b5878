import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ok } from "#lib/result.ts";
import { situations } from "../testing/situations.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { readLeader } from "./read-leader.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const reader = { locale: "da", aPlan: "en helhedsplan" } as const;
const read = (persona: string) => world.as(persona, (tx, me) => readLeader(tx, me, reader));

describe("the leader of a housing organisation", () => {
  test("sees counts only, and none under five (C06)", async () => {
    for (let logged = 1; logged <= 4; logged += 1) await situations.sent(world);
    expect(valueOf(await read("leder.akb"))).toMatchObject({ organisation: { open: null, closed: null }, unit: null });
    await situations.sent(world);
    expect(valueOf(await read("leder.akb"))).toMatchObject({ organisation: { open: 5, closed: null } });
  });

  test("has a number under five nowhere, however it is asked for", async () => {
    const answer = await world.as("leder.akb", async ({ sql }) => ok(await sql`select * from door.counts_led()`));
    expect(valueOf(answer).filter(({ count }) => count !== null && Number(count) < 5)).toEqual([]);
    const rows = await world.as("leder.akb", async ({ sql }) => ok(await sql`select 1 from referral`));
    expect(valueOf(rows)).toHaveLength(0);
  });

  test("takes out what a code names, and finds no other by it", async () => {
    const code = await situations.sent(world);
    await world.does("leder.akb", "void", code, { reason: "FORKERT" });
    const other = await world.logs("raadgiver.mimersgade", { service: "SKP" });
    expect(await world.tries("leder.akb", "void", other, { reason: "FORKERT" })).toMatchObject({ code: "not-found" });
  });

  test("counts nothing of another organisation", async () => {
    const of = async (persona: string) =>
      world.as(persona, async ({ sql }) => ok(await sql`select * from door.counts_led()`));
    expect(valueOf(await of("leder.sck")).map(({ count }) => count)).toEqual([null, null]);
  });
});

describe("the leader of a municipal unit", () => {
  test("sees as facts what lies with its posts or waits for them, and no estate", async () => {
    const taken = await situations.taken(world);
    const view = valueOf(await read("leder.sck"));
    const row = view.unit?.rows.find(({ code }) => code.replace("-", "") === taken);
    expect(row).toMatchObject({
      holder: "Boligrådgiver, SCK",
      waitsFor: "Boligrådgiver, SCK",
      weeks: 0,
      vacant: false,
    });
    expect(view.unit?.rows.some(({ holder }) => holder === "en helhedsplan")).toBe(true);
    expect(view.organisation).toBeNull();
    expect(JSON.stringify(view)).not.toMatch(/Titanparken/);
  });

  test("reads nothing of another unit", async () => {
    const home = await world.logs("vicevaert.titanparken", { service: "HJEMMEHJAELP", answers: { ALDER: "FRA_65" } });
    const codes = valueOf(await read("leder.sck")).unit?.rows.map(({ code }) => code.replace("-", ""));
    expect(codes).not.toContain(home);
    const own = valueOf(await read("myndighed.suf")).unit?.rows.map(({ code }) => code.replace("-", ""));
    expect(own).toContain(home);
  });

  test("sees the late ones first, all of them before what is in time", async () => {
    for (let each = 0; each < 2; each += 1) await world.logs("vicevaert.titanparken", { service: "SKP" }, { ago: 30 });
    await world.logs("vicevaert.titanparken", { service: "SKP" });
    const states = valueOf(await read("leder.sck")).unit?.rows.map(({ mark }) => mark.state) ?? [];
    expect(states.slice(0, 2)).toEqual(["late", "late"]);
    expect(states.lastIndexOf("late")).toBeLessThan(states.indexOf("in_time"));
  });
});

test("nobody else has such a page", async () => {
  expect(await read("boligraadgiver.sck")).toMatchObject({ ok: false, code: "not-found" });
});
