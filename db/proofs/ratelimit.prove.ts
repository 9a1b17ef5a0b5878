import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { spend } from "#app/_server/limit.ts";
import { changes, type Ready } from "../testing/access/rightful.ts";
import { say } from "../testing/access/say.ts";
import { type Served, serveWorld } from "../testing/access/served.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { momentsOf, workingDay } from "../testing/access/working-day.ts";

let stage: Stage;
let server: Served;

beforeAll(async () => {
  stage = await openStage();
  server = await serveWorld(stage.world, { limited: true });
}, 600_000);
afterAll(async () => {
  await server?.stop();
  await stage?.close();
});
afterEach(() => {
  vi.useRealTimers();
});

/** What changes nothing is counted by itself: so many at once, of which so many are taken. */
const countedApart = {
  "/api/text": { burst: 150, limit: 120 },
  "/api/find": { burst: 60, limit: 40 },
  "/api/referrals/[code]/presence": { burst: 150, limit: 120 },
};
const ownLimits = Object.values(countedApart).map(({ limit }) => limit);

test("a burst of a hundred goes no further than the limit, and then no change at all is taken", async () => {
  const ready: Ready[] = [];
  for (const [, make] of changes) ready.push(await make(stage));
  const tokens = [...new Set(ready.map(({ token }) => token))];
  const bursts: number[] = [];
  for (const token of tokens) {
    const body = () => ({ intent: randomUUID(), upTo: "2026-11-12 09:00:00+01" });
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => server.send("/api/notices/seen", { method: "POST", token, body: body() })),
    );
    bursts.push(answers.filter(({ status }) => status === 200).length);
  }
  const ownTaken: number[] = [];
  for (const [path, { burst }] of Object.entries(countedApart)) {
    const own = ready.find(({ name }) => name === path);
    if (!own) throw new Error(`nobody asks for ${path}`);
    const answers = await Promise.all(
      Array.from({ length: burst }, () =>
        server.send(own.address, { method: "POST", token: own.token, body: own.body }),
      ),
    );
    ownTaken.push(answers.filter(({ status }) => status === 200).length);
  }
  const before = await stage.eye.print();
  const taken: string[] = [];
  for (const { name, address, token, body } of ready) {
    const { status, headers } = await server.send(address, { method: "POST", token, body });
    if (status !== 429 || !(Number(headers.get("retry-after")) > 0)) taken.push(`${name}: ${status}`);
  }
  const changed = await stage.eye.changedSince(before);
  say("ratelimit", {
    "of a burst of 100 taken at most": [Math.max(...bursts), 90],
    "of bursts of what is counted by itself": [ownTaken.join(", "), ownLimits.join(", ")],
    "kinds of change that then hear 429 and when to go on": [ready.length - taken.length, changes.length],
    "tables changed": [changed.length, 0],
  });
  expect({ taken, changed }).toEqual({ taken: [], changed: [] });
  expect([Math.max(...bursts), ...ownTaken]).toEqual([90, ...ownLimits]);
});

test("a working day of eight people, faster than anybody works, hears nothing of it", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  let refused = 0;
  let done = 0;
  for (const [persona, bouts] of Object.entries(workingDay))
    for (const moment of momentsOf(bouts)) {
      vi.setSystemTime(Date.parse("2026-11-12T00:00:00Z") + moment);
      if (await spend("change", persona)) refused += 1;
      done += 1;
    }
  let exported = 0;
  for (let turn = 0; turn < 20; turn += 1) if (!(await spend("export", "somebody"))) exported += 1;
  say("ratelimit", {
    roles: [Object.keys(workingDay).length, 8],
    "changes in their day": [done, "–"],
    "refused by mistake": [refused, 0],
    "exports of 20 in an hour": [exported, 5],
  });
  expect([refused, exported]).toEqual([0, 5]);
});
