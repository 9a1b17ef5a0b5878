import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { matrix } from "../testing/access/matrix.ts";
import { builtAddresses } from "../testing/access/routes.ts";
import { type Served, serveWorld } from "../testing/access/served.ts";
import { soundActs, soundChanges } from "../testing/access/sound-changes.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import type { Asks } from "../testing/access/walk.ts";
import { addressOf, walk } from "../testing/access/walk.ts";

let stage: Stage;
let server: Served;

beforeAll(async () => {
  stage = await openStage();
  server = await serveWorld(stage.world);
}, 600_000);
afterAll(async () => {
  await server?.stop();
  await stage?.close();
});

const over: Asks = async (asked, token, body) => {
  const method = asked.method === "PAGE" ? "GET" : asked.method;
  const { status, headers, body: text } = await server.send(addressOf(asked), { method, token, body, listen: 200 });
  return { status, location: headers.get("location"), body: text };
};

test("the build answers at no address that the matrix does not name", () => {
  const named = new Set(Object.keys(matrix).map((way) => way.split(" ")[1]));
  const addresses = builtAddresses(server.built);
  expect(addresses.length).toBeGreaterThan(30);
  expect(addresses.filter((address) => !named.has(address))).toEqual([]);
});

test("everybody gets what is theirs from the built server, and nobody anything else", async () => {
  const { asked, wrong, leaks, changed } = await walk(stage, over);
  const twos = wrong.filter((each) => / 2\d\d, expected/.test(each));
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(
    `authz: ${asked} combinations (wanted at least 1,000), ${twos.length} unexpected 2xx (0), ${wrong.length} other than the matrix says (0), ${leaks.length} foreign ids or words (0), ${changed.length} tables changed by a no (0)`,
  );
  expect({ wrong, leaks, changed }).toEqual({ wrong: [], leaks: [], changed: [] });
  expect(asked).toBeGreaterThanOrEqual(1_000);
});

test("the rightful one still gets in: every change is taken from whoever may", async () => {
  const refused: string[] = [];
  const all = [
    ...Object.entries(soundActs).map(([act, make]) => ["/api/referrals/[code]/[act]", make, act] as const),
    ...Object.entries(soundChanges).map(([route, make]) => [route, make, undefined] as const),
  ];
  for (const [route, make, act] of all) {
    const { as, params = {}, body } = await make(stage.world);
    const address = addressOf({ route, params: { ...params, ...(act ? { act } : {}) } } as never);
    const sent = { method: "POST", token: await stage.token(as), body: { ...body, intent: randomUUID() } };
    const { status, body: text } = await server.send(address, sent);
    if (status !== 200) refused.push(`${address} as ${as}: ${status} ${text}`);
  }
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(`authz: ${all.length - refused.length} of ${all.length} changes taken from whoever may`);
  expect(refused).toEqual([]);
});
