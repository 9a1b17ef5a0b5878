import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { call, forgetCounts, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { isFull } from "./hub.ts";
import { GET } from "./route.ts";

type Reader = ReadableStreamDefaultReader<Uint8Array>;

let world: World;
const open: Reader[] = [];
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterEach(async () => {
  for (const reader of open.splice(0)) await reader.cancel();
  forgetCounts();
});
afterAll(async () => world.close());

async function follows(token: string): Promise<Reader> {
  const { response } = await call(GET, { token });
  expect(response.status).toBe(200);
  const reader = response.body?.getReader();
  if (!reader) throw new Error("there is no stream");
  open.push(reader);
  expect(new TextDecoder().decode((await reader.read()).value)).toContain("event: beat");
  return reader;
}

/** Reads what is still there of a stream that has ended. */
async function readToEnd(reader: Reader | undefined): Promise<void> {
  while (!(await reader?.read())?.done);
}
const kept = () => (globalThis as unknown as { brobygHub: { streams: Set<unknown> } }).brobygHub.streams;

test("a session has three streams at most: the next one ends the oldest, and nobody else's", async () => {
  const [mine, other] = [await world.token("skp.sck"), await world.token("forum")];
  await follows(other);
  const [first, second] = [await follows(mine), await follows(mine)];
  await follows(mine);
  expect(kept().size).toBe(4);
  await follows(mine);
  await readToEnd(first);
  expect(kept().size).toBe(4);
  await follows(mine);
  await readToEnd(second);
  expect(kept().size).toBe(4);
});

test("a process that has all the streams it keeps answers 429 and when to come again, but to a session with its own", async () => {
  const mine = await world.token("skp.sck");
  await follows(mine);
  const streams = kept();
  const made = Array.from({ length: 1_000 }, (_, at) => ({ session: `of ${at}`, end: () => {} }));
  for (const stream of made) streams.add(stream);
  try {
    const { response } = await call(GET, { token: mine });
    const { code, message } = (await response.json()) as { code: string; message: string };
    expect([response.status, code, response.headers.get("retry-after")]).toEqual([429, "too-many-streams", "15"]);
    expect(message).toMatch(/^Der er for mange vinduer/);
    for (let turn = 0; turn < 3; turn += 1) streams.add({ session: "one who has three", end: () => {} });
    expect([isFull("one who has three"), isFull("a stranger")]).toEqual([false, true]);
  } finally {
    streams.clear();
  }
});
