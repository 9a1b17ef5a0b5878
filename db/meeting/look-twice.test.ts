import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { openPool } from "../client.ts";
import { anyWords } from "../testing/access/stage.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { attend } from "./attend.ts";
import { close } from "./close.ts";
import { rate, rateInput } from "./rate.ts";
import { readEvaluation } from "./read-evaluation.ts";
import { start } from "./start.ts";
import { undoStart } from "./undo-start.ts";

const coordinator = "sagsbehandler.sck";
const five = [
  "vicevaert.titanparken",
  "vicevaert.lundtoftegade",
  "raadgiver.mimersgade",
  "boligraadgiver.sck",
  "boligraadgiver2.sck",
];
const sixth = "skp.sck";

let world: World;
let today: Day;
let meeting = "";
let next = "";

beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
  today = world.today();
  const { called, place } = await callAs(world, coordinator, { onDay: today });
  meeting = valueOf(called).id;
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, meeting)));
  valueOf(await world.as(coordinator, (tx, me) => attend(tx, me, { meeting, attendance: "present" })));
  const after = { onDay: addDays(today, 56), startsAt: "09:30", place };
  next = valueOf(
    await world.as(coordinator, (tx, me) => close(tx, me, { meeting, words: anyWords, next: after })),
  ).next;
});
afterAll(() => world.close());

const all = (score: string) => ({ daily_work: score, whom_to_contact: score, followed_up: score });
const rates = (persona: string, score: string) =>
  world.as(persona, (tx, me) => rate(tx, me, { ...rateInput.parse({ salt: randomUUID(), ...all(score) }), meeting }));
const sees = async () =>
  (await world.asks(coordinator, async (tx, me) => valueOf(await readEvaluation(tx, me, { id: meeting, lang: "da" }))))
    .ratings[0];

test("two looks at how a meeting was found never differ by one answer, though the next one's start is taken back", async () => {
  for (const persona of five) valueOf(await rates(persona, "5"));
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, next)));
  const before = await sees();
  expect(before).toMatchObject({ state: "shown", answers: 5 });
  const undone = await world.as(coordinator, (tx, me) => undoStart(tx, me, next));
  const sixthAnswer = await rates(sixth, "1");
  await world.as(coordinator, (tx, me) => start(tx, me, next));
  expect([undone.ok && sixthAnswer.ok, await sees()]).toEqual([expect.anything(), before]);
});

test("nobody answers twice, though who has answered was forgotten while the next meeting was under way", async () => {
  const jobs = openPool(world.database.jobsUrl, { max: 1 });
  await jobs.sql`select door.end_ratings()`;
  await jobs.close();
  await world.as(coordinator, (tx, me) => undoStart(tx, me, next));
  const again = await rates(five[0] ?? "", "5");
  expect(again.ok).toBe(false);
});
