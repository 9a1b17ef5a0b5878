import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { handlerOf } from "#db/testing/access/handlers.ts";
import { soundActs } from "#db/testing/access/sound-acts.ts";
import { soundChanges } from "#db/testing/access/sound-changes.ts";
import { ask, forgetCounts, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { parseDanishDate } from "#lib/calendar/danish-date.ts";
import { weekday } from "#lib/calendar/day.ts";
import { showLongDay } from "#lib/calendar/show-day.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(async () => world.close());

const names = ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];

const acts = Object.entries(soundActs).map(([act, making]) => ({
  at: "/api/referrals/[code]/[act]",
  making,
  act: { act },
}));
const changes = Object.entries(soundChanges).map(([at, making]) => ({ at, making, act: {} }));

/** Ways in that take a day, each read in a place of its own. */
const taking = [
  ...acts.filter(({ act }) => ["identity", "hold"].includes(act.act)),
  ...changes.filter(({ at }) => ["/api/log/search", "/api/people"].includes(at)),
];

test.each(taking)(
  "$at $act.act says which weekday a day is that is called another one",
  async ({ at, making, act }) => {
    const { as, params = {}, body } = await making(world);
    const dates = Object.entries(body).filter(
      ([, value]) => typeof value === "string" && /^\d\d\.\d\d\.\d{4}$/.test(value),
    );
    for (const [field, value] of dates) {
      const written = String(value);
      const day = parseDanishDate(written);
      if (!day) throw new Error(`${written} is no date`);
      const wrong = names[weekday(day) % 7];
      forgetCounts();
      const where = { ...params, ...act };
      const { status, json } = await ask(await handlerOf("POST", at, where), {
        path: at,
        params: where,
        token: await world.token(as),
        body: { ...body, [field]: `${wrong} d. ${written}`, intent: randomUUID(), recognisable: "no" },
      });
      const { errors = [] } = (json["details"] ?? {}) as { errors?: unknown[] };
      expect([field, status, ...errors, ...(errors.length > 0 ? [] : [json])]).toContainEqual(
        expect.objectContaining({
          field,
          message: `Ugedag og dato passer ikke sammen. Det er ${showLongDay(day, "da")}.`,
        }),
      );
      expect(status).toBe(400);
    }
    expect(dates).not.toEqual([]);
  },
);
