import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { callAs } from "#db/meeting/a-call.ts";
import { attend } from "#db/meeting/attend.ts";
import { close } from "#db/meeting/close.ts";
import { start } from "#db/meeting/start.ts";
import { anyWords } from "#db/testing/access/stage.ts";
import { type Answer, ask, serveFrom } from "#db/testing/call-handler.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { addDays } from "#lib/calendar/day.ts";
import { scores } from "#lib/meeting/evaluation.ts";
import { POST as approve } from "./[id]/approve/route.ts";
import { POST as evaluate } from "./[id]/evaluation/route.ts";
import { POST as correct } from "./[id]/minutes/corrections/route.ts";

const [coordinator, party] = ["sagsbehandler.sck", "vicevaert.titanparken"];

let world: World;
let meeting: string;
let next: string;

beforeAll(async () => {
  world = await openWorld();
  serveFrom(world.pool);
  const today = await world.asks(coordinator, async (_, me) => me.today);
  const { called, place } = await callAs(world, coordinator, { onDay: today });
  meeting = valueOf(called).id;
  next = await world.asks(coordinator, async (tx, me) => {
    valueOf(await start(tx, me, meeting));
    valueOf(await attend(tx, me, { meeting, attendance: "present" }));
    const again = { onDay: addDays(today, 56), startsAt: "09:30", place };
    return valueOf(await close(tx, me, { meeting, words: anyWords, next: again })).next;
  });
});
afterAll(async () => world.close());

const posts = async (handler: unknown, persona: string, body: object, id = meeting): Promise<Answer> =>
  ask(handler, {
    path: `/api/meetings/${id}/x`,
    params: { id },
    token: await world.token(persona),
    body: { intent: randomUUID(), ...body },
  });
const full = (score: string) => ({ daily_work: score, whom_to_contact: score, followed_up: score, salt: randomUUID() });

test("a rating says what is missing or wrong, and takes nothing that is not asked", async () => {
  const { salt, ...unsalted } = full("4");
  const wrong: [body: object, status: number][] = [
    [{ ...full("4"), followed_up: undefined }, 400],
    [full("0"), 400],
    [full("6"), 400],
    [{ ...full("4"), person: randomUUID() }, 400],
    [unsalted, 400],
    [{ salt }, 400],
    [{ ...full("4"), remark: "Kortere punkter" }, 400],
    [{ ...full("4"), remark: "Ring til Mette Jensen", recognisable: "no" }, 400],
  ];
  for (const [body, status] of wrong)
    expect([body, (await posts(evaluate, party, body)).status]).toEqual([body, status]);
  const { json } = await posts(evaluate, party, { ...full("4"), daily_work: undefined });
  expect(json).toMatchObject({ code: "choose", field: "daily_work", message: "Vælg et svar." });
});

test("what is kept of the sending does not tell what was answered", async () => {
  const token = await world.token(party);
  const path = `/api/meetings/${meeting}/evaluation`;
  const answer = await ask(evaluate, {
    path,
    params: { id: meeting },
    token,
    body: { intent: randomUUID(), ...full("2") },
  });
  expect(answer.status).toBe(200);
  const kept = await world.asks(
    party,
    ({ sql }) => sql<{ body: Buffer; answer: unknown }[]>`select body, answer from intent`,
  );
  expect(kept.map((intent) => intent.answer)).toEqual([null]);
  for (const score of scores) {
    const { salt: _, ...guess } = full(score);
    const hash = createHash("sha256")
      .update(`${path}\n${JSON.stringify(guess)}`)
      .digest();
    expect(kept[0]?.body.equals(hash)).toBe(false);
  }
});

test("a rating counts once, also when it is sent again with the same key, and is final", async () => {
  const same = { intent: randomUUID(), ...full("3") };
  expect((await posts(evaluate, "skp.sck", same)).status).toBe(200);
  expect((await posts(evaluate, "skp.sck", same)).status).toBe(200);
  expect((await posts(evaluate, "skp.sck", full("5"))).json).toMatchObject({ code: "rating-over" });
  const rows = await world.owns(
    ["meeting_rating"],
    (sql) => sql<{ score: number; count: number }[]>`
      select score, count from meeting_rating where question = 'daily_work' order by score`,
  );
  expect(rows).toEqual([
    { score: 2, count: 1 },
    { score: 3, count: 1 },
  ]);
});

test("a correction is read by the guard, and taken from the convener alone", async () => {
  const clean = { text: "SKP kom kl. 10", recognisable: "no" };
  const wrong: [persona: string, body: object, status: number][] = [
    [party, clean, 403],
    ["sundhed.fc", clean, 404],
    [coordinator, { text: "" }, 400],
    [coordinator, { text: clean.text }, 400],
    [coordinator, { text: "Ring til Mette Jensen", recognisable: "no" }, 400],
    [coordinator, { text: "x".repeat(281), recognisable: "no" }, 400],
  ];
  for (const [persona, body, status] of wrong)
    expect([persona, body, (await posts(correct, persona, body)).status]).toEqual([persona, body, status]);
  expect((await posts(correct, coordinator, clean)).status).toBe(200);
});

test("minutes are approved at the meeting that is held, and corrected no more", async () => {
  expect((await posts(approve, coordinator, {}, next)).json).toMatchObject({ code: "meeting-over" });
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, next)));
  expect((await posts(approve, party, {}, next)).status).toBe(403);
  expect((await posts(approve, coordinator, {}, next)).status).toBe(200);
  const late = await posts(correct, coordinator, { text: "For sent", recognisable: "no" });
  expect([late.status, late.json["message"]]).toEqual([409, "Referatet er godkendt og kan ikke ændres."]);
});
