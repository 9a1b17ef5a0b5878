import { randomUUID } from "node:crypto";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asMember } from "#db/as-member.ts";
import { hashOf } from "#db/client.ts";
import { type Eye, openEye } from "#db/testing/access/eye.ts";
import { ask, markFor, ownOrigin, serveFrom } from "#db/testing/call-handler.ts";
import { enrolSomebody } from "#db/testing/newcomer.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { ok } from "#lib/result.ts";
import { proxy } from "../../../proxy.ts";
import { POST as leave } from "../sign-out/route.ts";
import { POST as extend } from "./extend/route.ts";
import { GET as howLong } from "./route.ts";

let world: World;
let eye: Eye;
beforeAll(async () => {
  world = await openWorld();
  eye = await openEye(world);
  serveFrom(world.pool);
});
afterAll(async () => {
  await eye.close();
  await world.close();
});

const standStill = (token: string, minutes: number) =>
  eye.sql`update session_rights set seen_at = app_now() - make_interval(mins => ${minutes}) where hash = ${hashOf(token)}`;
const isOpen = async (token: string) => (await asMember(world.pool, token, async () => ok(null), { again: true })).ok;

test("a page that asks how long a session lasts does not make it last longer; somebody who says so does", async () => {
  const token = await world.signsInAgain("forum");
  const whose = await markFor(token);
  await standStill(token, 26);
  for (let looks = 0; looks < 3; looks += 1) {
    const { status, json, headers } = await ask(howLong, { token });
    expect([status, json["whose"], headers.get("cache-control")]).toEqual([200, whose, "no-store"]);
    expect(json["idle"]).toBeLessThanOrEqual(4 * 60);
  }
  const extended = await ask(extend, { token, body: { intent: randomUUID() } });
  expect(extended.json).toMatchObject({ ok: true, value: { whose, idle: 30 * 60 } });
});

test("a session that stood still too long says whether a passkey opens it, and to nobody else", async () => {
  const { session } = await enrolSomebody(world);
  const locked = async (token?: string) => {
    const { status, json } = await ask(howLong, { token });
    return [status, json["code"], json["details"]];
  };
  await standStill(session, 31);
  expect(await locked(session)).toEqual([401, "signed-out", { passkey: false }]);
  await eye.sql`update factor set kind = 'passkey', credential_id = 'k', public_key = 'k', secret = null`;
  expect(await locked(session)).toEqual([401, "signed-out", { passkey: true }]);
  expect((await ask(extend, { token: session, body: { intent: randomUUID() } })).status).toBe(401);
  await eye.sql`update session set revoked_at = app_now() where hash = ${hashOf(session)}`;
  expect(await locked(session)).toEqual([401, "signed-out", undefined]);
  expect(await locked()).toEqual([401, "signed-out", undefined]);
});

test("logging out ends the session, and leaves nothing in the browser", async () => {
  const token = await world.signsInAgain("forum");
  const form = { "content-type": "application/x-www-form-urlencoded" };
  for (const headers of [{ origin: "https://evil.example" }, { origin: null, "sec-fetch-site": null }]) {
    expect((await ask(leave, { token, body: "", headers: { ...form, ...headers } })).status).toBe(403);
    expect(await isOpen(token)).toBe(true);
  }
  const { status, headers } = await ask(leave, { token, body: "", headers: form });
  expect([status, headers.get("location")]).toEqual([303, "/login"]);
  expect(headers.get("clear-site-data")).toBe('"cache", "storage"');
  expect(headers.getSetCookie().find((cookie) => cookie.startsWith("__Host-brobyg="))).toMatch(/Max-Age=0/);
  expect(await isOpen(token)).toBe(false);
});

test("a page takes nothing that is sent to it, from whatever site", () => {
  const sends = (method: string, origin: string) =>
    proxy(new NextRequest(`${ownOrigin}/login`, { method, headers: { "next-action": "0".repeat(42), origin } }));
  for (const method of ["POST", "PUT", "DELETE", "PROPFIND"])
    for (const origin of [ownOrigin, "https://evil.example", "null"])
      expect([method, origin, sends(method, origin).status]).toEqual([method, origin, 405]);
  expect(proxy(new NextRequest(`${ownOrigin}/login`)).status).toBe(200);
});
