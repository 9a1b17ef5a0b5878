import { afterAll, beforeAll, expect, test } from "vitest";
import { shapesOf } from "../testing/access/foreign-shapes.ts";
import { handlerOf } from "../testing/access/handlers.ts";
import { changes } from "../testing/access/rightful.ts";
import { openStage, type Stage } from "../testing/access/stage.ts";
import { ask, serveFrom } from "../testing/call-handler.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
  serveFrom(stage.world.pool);
});
afterAll(async () => stage.close());

test.each(changes)("%s is done for no other site, and for our own page", async (_name, make) => {
  const { address, params, token, body } = await make(stage);
  const POST = await handlerOf("POST", address, params);
  const before = await stage.eye.print();
  for (const { shape, sending, wanted } of shapesOf(body)) {
    if (sending.method !== "POST") continue;
    const bare = sending.bare ? { origin: null, "sec-fetch-site": null } : {};
    const { status } = await ask(POST, { params, token, body: sending.body, headers: { ...bare, ...sending.headers } });
    expect([shape, wanted.includes(status) || status]).toEqual([shape, true]);
  }
  expect(await stage.eye.changedSince(before)).toEqual([]);
  expect((await ask(POST, { path: address, params, token, body })).status).toBe(200);
});
