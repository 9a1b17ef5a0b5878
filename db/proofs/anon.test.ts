import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseCode } from "#lib/referral/code.ts";
import { expand } from "../testing/access/expand.ts";
import { handlerOf } from "../testing/access/handlers.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { addressOf } from "../testing/access/walk.ts";
import { ask, serveFrom } from "../testing/call-handler.ts";
import { daysOfOthers, momentsIn, newCodes, orderedIds, orderedIn, rankCorrelation } from "./anon.ts";

describe("what the proof looks with", () => {
  test("finds an order where there is one, and none where there is none", () => {
    const grows = Array.from({ length: 500 }, (_, at) => String(at).padStart(4, "0"));
    expect(rankCorrelation(grows)).toBe(1);
    expect(rankCorrelation(grows.toReversed())).toBe(-1);
  });

  test("finds moments, counting numbers and ids that grow, and leaves days, hours and random ids alone", () => {
    expect(momentsIn({ way: "PAGE /board" }, '"2026-11-25T09:30:00Z" 1795600000000')).toHaveLength(2);
    expect(momentsIn({ way: "PAGE /board" }, "2026-11-25 09:30-12:00 kl. 09.30")).toHaveLength(1);
    expect(momentsIn({ way: "PAGE /board" }, "2026-11-25, 09.30, +45 33 19 32 00")).toEqual([]);
    expect(orderedIn('"/meetings/12" "/meetings/01989e2c-1111-7abc-8def-0123456789ab"')).toHaveLength(2);
    expect(orderedIn('"/meetings/01989e2c-1111-4abc-8def-0123456789ab" "/referrals/7K4F2H9M"')).toEqual([]);
  });

  test("finds a day of somebody else", () => {
    const others = { key: "1", own: false, when: { day: "2026-11-25" } };
    expect(daysOfOthers({ events: [others, { ...others, key: "2", own: true }] })).toEqual(["1"]);
  });
});

describe("times and codes give nothing away (A25)", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    serveFrom(stage.world.pool);
  }, 600_000);
  afterAll(async () => stage?.close());

  test("10,000 codes say nothing of when they were made", async () => {
    const codes = await newCodes(stage.world, 10_000);
    expect(codes.filter((code) => parseCode(code) !== code)).toEqual([]);
    expect(Math.abs(rankCorrelation(codes))).toBeLessThan(0.05);
  });

  test("no id that is shown grows with time", async () => {
    expect(await orderedIds(stage.eye)).toEqual([]);
  });

  test("what answers in data tells weeks of others, no moment and no address that counts", async () => {
    const asked = expand(stage, { situations: ["sent", "taken", "passedOn", "homeHelp", "silent"] }).filter(
      ({ method, expected, route }) => method === "GET" && expected === "shown" && !/live|log/.test(route),
    );
    const found: string[] = [];
    for (const each of asked) {
      const address = addressOf(each);
      const handler = await handlerOf("GET", address, each.params);
      const { text, json } = await ask(handler, { params: each.params, token: await stage.token(each.actor) });
      for (const mark of [...momentsIn(each, text), ...orderedIn(text), ...daysOfOthers(json)])
        found.push(`${each.way} ${each.actor}: ${mark}`);
    }
    expect(asked.length).toBeGreaterThan(50);
    expect(found).toEqual([]);
  });
});
