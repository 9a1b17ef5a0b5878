import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { ask, forgetCounts, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { POST as invites } from "../api/people/route.ts";
import { POST as addsWord } from "../api/words/route.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
});
afterAll(async () => world.close());
beforeEach(forgetCounts);

type Told = { details: { errors: { field: string; message: string }[] } };
const told = async (handler: unknown, body: object) => {
  const { json } = await ask(handler, { token: await world.token("admin"), body: { ...body, intent: randomUUID() } });
  return Object.fromEntries((json as unknown as Told).details.errors.map(({ field, message }) => [field, message]));
};

test.each([{}, { name: "", mail: " " }])("a text that is not written is asked for as what it is: %o", async (body) => {
  expect(await told(invites, body)).toMatchObject({ name: "Skriv et navn.", mail: "Skriv en mailadresse." });
  expect(await told(addsWord, { word: "" })).toEqual({ word: "Skriv et ord." });
});

test("and a text that is wrong is told how it is written", async () => {
  expect(await told(invites, { name: "A", mail: "kommunen" })).toMatchObject({
    name: "Skriv navnet, højst 80 tegn.",
    mail: "Skriv mailen som navn@sted.dk.",
  });
});
