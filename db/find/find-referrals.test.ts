import { afterAll, beforeAll, expect, test } from "vitest";
import { showCode } from "#lib/referral/code.ts";
import type { FindQuery } from "#lib/referral/find-query.ts";
import type { FoundView } from "#lib/referral/find-view.ts";
import type { Result } from "#lib/result.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { findReferrals } from "./find-referrals.ts";

const [vicevaert, adviser, skp, leader, coordinator] = [
  "vicevaert.titanparken",
  "boligraadgiver.sck",
  "skp.sck",
  "leder.sck",
  "sagsbehandler.sck",
] as const;

let world: World;
let waits: string;
let taken: string;
let back: string;
let closed: string;
beforeAll(async () => {
  world = await openWorld();
  waits = await world.logs(vicevaert, { service: "UDSAETTELSE" });
  taken = await world.logs(vicevaert, { service: "UDSAETTELSE" });
  await world.does(adviser, "accept", taken);
  back = await world.logs(vicevaert, { service: "SKP" });
  await world.does(skp, "return", back, { reason: "SAMTYKKE" });
  closed = await world.logs(vicevaert, { service: "BOLIGYDELSE", onTheSpot: true });
});
afterAll(() => world.close());

const tries = (persona: string, query: FindQuery): Promise<Result<FoundView>> =>
  world.as(persona, (tx, me) => findReferrals(tx, me, query, "da"));
const finds = async (persona: string, query: FindQuery) => valueOf(await tries(persona, query));
const codes = async (persona: string, query: FindQuery) =>
  (await finds(persona, query)).rows.map(({ code }) => code).toSorted();
const unit = async (persona: string) =>
  world.asks(persona, async ({ sql }, me) => {
    const [row] = await sql<{ unit: string }[]>`select unit_id as unit from post where id = ${me.posts[0] ?? null}`;
    return row?.unit ?? "";
  });

test("finds a referral by its code, and by one with a wrong sign", async () => {
  expect(await finds(vicevaert, { code: showCode(taken).toLowerCase() })).toEqual({
    rows: [
      {
        code: taken,
        service: "Udsættelse truer",
        state: "taken",
        holder: "Boligrådgiver, SCK",
        week: expect.any(Number),
        opens: true,
      },
    ],
    more: false,
    near: false,
  });
  const { rows, near } = await finds(vicevaert, { code: `Q${taken.slice(1)}` });
  expect([rows.map(({ code }) => code).includes(taken), near]).toEqual([true, true]);
  expect(await tries(vicevaert, { code: "hansen" })).toEqual({ ok: false, code: "code", field: "code" });
});

test("finds by service, by how it stands and by own unit, open ones first", async () => {
  expect(await codes(vicevaert, { service: "UDSAETTELSE" })).toEqual([taken, waits].toSorted());
  const stands = { waiting: waits, taken, next_step: back, closed } as const;
  for (const [state, code] of Object.entries(stands))
    expect(await codes(vicevaert, { state: state as keyof typeof stands })).toEqual([code]);
  expect(await codes(coordinator, { unit: await unit(coordinator) })).toEqual([taken, waits].toSorted());
  const all = await finds(vicevaert, { unit: await unit(vicevaert) });
  expect(all.rows).toHaveLength(4);
  expect(all.rows.at(-1)?.code).toBe(closed);
});

test("finds nothing that is not one's own to see, and no more of it than that", async () => {
  for (const stranger of ["mentor.sck", "vicevaert.lundtoftegade", "forum", "admin", "dpo", "leder.akb"])
    for (const query of [{ code: taken }, { service: "UDSAETTELSE" }, { state: "taken" } as const])
      expect(await codes(stranger, query)).toEqual([]);
  expect(await tries(vicevaert, { unit: await unit(adviser) })).toMatchObject({ code: "unknown-choice" });
  // The coordinator and a leader are told no estate, and whoever sent it back only that they did.
  expect((await finds(coordinator, { code: back })).rows).toMatchObject([
    { state: "next_step", holder: null, opens: false },
  ]);
  expect((await finds(leader, { code: taken })).rows).toMatchObject([{ holder: "Boligrådgiver, SCK", opens: true }]);
  expect((await finds(skp, { code: back })).rows).toMatchObject([{ state: null, holder: null, week: null }]);
  expect(await codes(skp, { state: "next_step" })).toEqual([]);
  expect(await codes(skp, { unit: await unit(skp) })).toEqual([]);
});
