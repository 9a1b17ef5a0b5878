import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { soundRevisions } from "#db/testing/access/sound-revisions.ts";
import { ask, forgetCounts, serveFrom } from "#db/testing/call-handler.ts";
import { answers, spoiled } from "#db/testing/spoil.ts";
import { openWorld, type World } from "#db/testing/world.ts";

const routes = import.meta.glob<{ POST?: unknown }>("../api/agreement/**/route.ts");
const handlerOf = async (address: string) => (await routes[`..${address}/route.ts`]?.())?.POST;

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(async () => world.close());

const makings = Object.entries(soundRevisions).filter(([address]) => address.startsWith("/api/agreement/"));

test.each(makings)("%s has an answer to whatever stands in it", async (address, make) => {
  const POST = await handlerOf(address);
  const { as, body } = await make(world);
  const token = await world.token(as);
  for (const wrong of spoiled(body)) {
    forgetCounts();
    const { status, text } = await ask(POST, { token, body: { ...wrong, intent: randomUUID() } });
    expect([wrong, answers.includes(status) ? "" : `${status} ${text}`]).toEqual([wrong, ""]);
    // What was taken all the same has changed what the next one rests on.
    if (status === 200) await make(world);
  }
});

const made = async (address: string) => {
  const sound = await soundRevisions[`/api/agreement/revision${address}`]?.(world);
  if (!sound) throw new Error(`nobody says what is sent to ${address}`);
  const POST = await handlerOf(`/api/agreement/revision${address}`);
  const token = await world.token(sound.as);
  const send = (over: object, intent: string = randomUUID()) =>
    ask(POST, { token, body: { ...sound.body, ...over, intent } });
  return { sound, send };
};
const saidOf = ({ status, json }: Awaited<ReturnType<typeof ask>>) => {
  const { errors } = (json["details"] ?? {}) as { errors?: { field: string; message: string }[] };
  return [status, errors?.[0]?.field ?? json["field"], errors?.[0]?.message ?? json["message"]];
};

test.each([
  ["/service/terms", "kle", "27.35.08 ".repeat(30)],
  ["/service/follow-up", "months", "3 ".repeat(40)],
  ["/days", "exceptions", "24.12. ".repeat(90)],
])("what is too long for %s is said at its field", async (address, field, text) => {
  const { send } = await made(address);
  expect(saidOf(await send({ [field]: text }))).toEqual([400, field, "Teksten er for lang."]);
});

test("more months than an agreement takes are said at their field", async () => {
  const { send } = await made("/service/follow-up");
  expect(saidOf(await send({ months: "3, 48" }))).toEqual([
    400,
    "months",
    "Skriv højst seks antal måneder fra 1 til 36, som 3, 6, 12.",
  ]);
});

test("a key that was used for one thing is not taken for another, at whichever address", async () => {
  const { sound, send } = await made("/service/order");
  const intent = randomUUID();
  expect((await send({}, intent)).status).toBe(200);
  expect((await send({}, intent)).status).toBe(200);
  expect((await send({ order: "SKP BRO" }, intent)).status).toBe(422);
  const elsewhere = await handlerOf("/api/agreement/revision/drop");
  const token = await world.token(sound.as);
  const drop = await ask(elsewhere, { token, body: { version: 2, intent } });
  expect([drop.status, drop.json["code"]]).toEqual([422, "other-body"]);
});

test("of two who send what they saw at the same time the second one is told, and nothing of the first is lost", async () => {
  const { send } = await made("/service/words");
  const both = await Promise.all([send({ name: { da: "Den ene" } }), send({ name: { da: "Den anden" } })]);
  expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining([200, 409]));
});
