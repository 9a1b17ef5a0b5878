import { afterAll, beforeAll, expect, test } from "vitest";
import { hashOf } from "../client.ts";
import { type Eye, openEye } from "../testing/access/eye.ts";
import { say } from "../testing/access/say.ts";
import { type Served, serveWorld } from "../testing/access/served.ts";
import { openWorld, type World } from "../testing/world.ts";
import { signsInOver } from "./over-http.ts";
import * as session from "./session.ts";

let world: World;
let eye: Eye;
let server: Served;
beforeAll(async () => {
  world = await openWorld({ connections: 8 });
  eye = await openEye(world);
  server = await serveWorld(world);
}, 900_000);
afterAll(async () => {
  await server?.stop();
  await eye?.close();
  await world?.close();
});

test("a session is new at every login and step-up, ends at once, in time and for good", async () => {
  const stage = { world, eye };
  const login = await session.renewedAtLogin(stage, 250);
  const stepUp = await session.renewedAtStepUp(stage, 100);
  const ended = await session.endedAtOnce(stage, 20);
  const raced = await session.neverResurrected(stage, 1_000);
  const forged = await session.tampered(stage);
  const timed = await session.endsInTime(stage);
  say("session", {
    "logins without a new token": [login.wrong.length, `0 of ${login.tried}`],
    "step-ups without one": [stepUp.wrong.length, `0 of ${stepUp.tried}`],
    "sessions that outlived their end by a request": [ended.wrong.length, `0 of ${ended.tried}`],
    resurrections: [raced.wrong.length, `0 of ${raced.tried} interleavings, ${raced.renewed} in mid-renewal`],
    "tampered tokens that open": [forged.wrong.length, `0 of ${forged.tried}`],
    "wrong moments of an end": [timed.wrong.length, `0 of ${timed.tried}`],
  });
  const wrong = [login, stepUp, ended, raced, forged, timed].flatMap((each) => each.wrong);
  expect(wrong).toEqual([]);
});

test("the cookie is for this host and no script, and neither stream nor refetch keeps a session awake", async () => {
  const { cookie, token } = await signsInOver(server, "forum");
  expect(cookie).toMatch(/; *HttpOnly/i);
  expect(cookie).toMatch(/; *SameSite=Lax/i);
  expect(cookie).toMatch(/; *Path=\/(;|$)/i);
  expect(cookie).not.toMatch(/Domain=/i);
  const hash = hashOf(token);
  await eye.sql`update session_rights set seen_at = app_now() - interval '10 minutes' where hash = ${hash}`;
  const seen = async () =>
    (await eye.sql<{ at: string }[]>`select seen_at::text as at from session_rights where hash = ${hash}`)[0]?.at;
  const before = await seen();
  const looks = ["/api/live", "/api/live/pulse", "/api/session", "/api/work", "/api/inbox", "/api/notices/unread"];
  for (const address of looks)
    expect([address, (await server.send(address, { token, listen: 500 })).status]).toEqual([address, 200]);
  expect(await seen()).toBe(before);
  // The rightful one, who opens a page, keeps it awake.
  expect((await server.send("/", { token })).status).toBe(200);
  expect(await seen()).not.toBe(before);
});
