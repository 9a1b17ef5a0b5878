import { expect, test } from "vitest";
import { expand } from "../testing/access/expand.ts";
import { say } from "../testing/access/say.ts";
import { serveWorld } from "../testing/access/served.ts";
import { openStage } from "../testing/access/stage.ts";
import { addressOf } from "../testing/access/walk.ts";
import { daysOfOthers, momentsIn, newCodes, orderedIds, orderedIn, rankCorrelation } from "./anon.ts";

test("codes, ids and times give nothing away, in everything that is sent to anybody (A25)", async () => {
  const stage = await openStage();
  const correlation = rankCorrelation(await newCodes(stage.world, 10_000));
  const server = await serveWorld(stage.world);
  try {
    const asked = expand(stage).filter(
      ({ method, expected }) => (method === "PAGE" || method === "GET") && expected === "shown",
    );
    const moments: string[] = [];
    const ordered: string[] = [];
    const days: string[] = [];
    for (const each of asked) {
      if (each.which === "carried out") await stage.carryOut();
      const token = await stage.token(each.actor);
      const { body } = await server.send(addressOf(each), { token, listen: 100 });
      const told = (mark: string) => `${each.way} ${each.actor} ${each.which}: ${mark}`;
      moments.push(...momentsIn(each, body).map(told));
      ordered.push(...orderedIn(body).map(told));
      if (each.way === "GET /api/referrals/[code]")
        days.push(...daysOfOthers(JSON.parse(body) as Parameters<typeof daysOfOthers>[0]).map(told));
    }
    const ids = await orderedIds(stage.eye);
    say("anon", {
      "rank correlation of 10,000 codes with time": [correlation.toFixed(4), "|r| < 0.05"],
      "payloads read": [asked.length, "all"],
      "moments finer than a day": [moments.length, 0],
      "days of what others did": [days.length, 0],
      "addresses that count": [ordered.length, 0],
      "tables with ids that grow": [ids.length, 0],
    });
    expect({ moments, days, ordered, ids }).toEqual({ moments: [], days: [], ordered: [], ids: [] });
    expect(Math.abs(correlation)).toBeLessThan(0.05);
  } finally {
    await server.stop();
    await stage.close();
  }
});
