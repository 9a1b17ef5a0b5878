import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { momentsOf, workingDay } from "#db/testing/access/working-day.ts";
import { ask, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { spend } from "./limit.ts";

const most = 90;
let world: World;
let POST: unknown;

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  vi.stubEnv("BROBYG_CHANGES_PER_MINUTE", undefined);
  ({ POST } = await import("#app/api/notices/seen/route.ts"));
});
afterAll(async () => world.close());
afterEach(() => {
  vi.useRealTimers();
});

const sees = async (persona: string, headers: Record<string, string> = {}) =>
  ask(POST, {
    token: await world.token(persona),
    headers,
    body: headers["content-type"]
      ? `intent=${randomUUID()}&upTo=2026-11-12 09:00:00%2B01`
      : { intent: randomUUID(), upTo: "2026-11-12 09:00:00+01" },
  });

describe("one account", () => {
  test("gets no further than its limit with a hundred changes at once, and hears when it may go on", async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => sees("vicevaert.titanparken")));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(most);
    expect(refused).toHaveLength(100 - most);
    for (const { headers, json } of refused) {
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
      expect(Number(headers.get("retry-after"))).toBeLessThanOrEqual(60);
      expect(json["message"]).toMatch(/^Det går for hurtigt\. Vent \d+ sekund(er)?, og send igen\./);
    }
    const kept = await world.owns(["intent"], (sql) => sql`select 1 from intent`);
    expect(kept).toHaveLength(most);
  });

  test("hears it in words where the form was sent before scripts ran", async () => {
    const native = { "content-type": "application/x-www-form-urlencoded" };
    const { status, text, headers } = await sees("vicevaert.titanparken", native);
    expect([status, headers.get("content-type")]).toEqual([429, "text/plain; charset=utf-8"]);
    expect(text).toMatch(/^Det går for hurtigt\./);
    expect(headers.get("retry-after")).toMatch(/^\d+$/);
  });

  test("stands in nobody else's way", async () => {
    expect((await sees("boligraadgiver.sck")).status).toBe(200);
  });

  test("goes on after the minute", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 61_000 });
    expect((await sees("vicevaert.titanparken")).status).toBe(200);
  });

  test("takes out five lists an hour", async () => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const take = () => spend("export", "somebody");
    for (let taken = 0; taken < 5; taken += 1) expect(await take()).toBeNull();
    expect(await take()).toMatchObject({ code: "too-many", details: { wait: 3600 } });
    vi.setSystemTime(Date.now() + 60 * 60 * 1000 + 1);
    expect(await take()).toBeNull();
  });
});

describe("a working day", () => {
  test.each(Object.entries(workingDay))("of %s never goes too fast", async (persona, bouts) => {
    vi.useFakeTimers({ toFake: ["Date"] });
    const midnight = Date.parse("2026-11-12T00:00:00Z");
    const moments = momentsOf(bouts);
    expect(moments.length).toBeGreaterThan(40);
    for (const moment of moments) {
      vi.setSystemTime(midnight + moment);
      expect([moment, await spend("change", `a day of ${persona}`)]).toEqual([moment, null]);
    }
  });
});
