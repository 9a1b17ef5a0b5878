import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { anyWords } from "../testing/access/stage.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { attend } from "./attend.ts";
import { buildAgenda } from "./build-agenda.ts";
import { changeCall } from "./change-call.ts";
import { close } from "./close.ts";
import { readMeeting } from "./read-meeting.ts";
import { readMeetings } from "./read-meetings.ts";
import { start } from "./start.ts";

const coordinator = "sagsbehandler.sck";
const leader = "Leder af Myndighedsteamet, Myndighedsteamet";
const consultant = "Brobygningskonsulent, Lokalområdekontoret";

let world: World;
let today: Day;
let place = "";
let meeting = "";

beforeAll(async () => {
  world = await openWorld();
  today = await world.asks(coordinator, async (_, me) => me.today);
});
afterAll(() => world.close());

type Posts = { label: string; why: string | null }[];
const named = (posts: Posts) => posts.flatMap(({ label, why }) => (why ? [[label, why]] : []));
const proposed = (persona = coordinator) =>
  world.asks(persona, async (tx, me) =>
    named(valueOf(await readMeeting(tx, me, { id: meeting, lang: "da" })).choices.posts),
  );

/** Holds the meeting that is called, on that day of the year, with the leader there; the next one is called for the same day. */
async function holds(): Promise<void> {
  const post = await world.post("leder.myndighedsteamet");
  const when = { onDay: today, startsAt: "09:30", place };
  const next = { ...when, onDay: addDays(today, 1) };
  meeting = await world.asks(coordinator, async (tx, me) => {
    valueOf(await changeCall(tx, me, { meeting, ...when, posts: [post] }));
    valueOf(await start(tx, me, meeting));
    valueOf(await attend(tx, me, { meeting, attendance: "present" }));
    const after = valueOf(await close(tx, me, { meeting, words: anyWords, next })).next;
    valueOf(await changeCall(tx, me, { meeting: after, ...when, posts: [] }));
    return after;
  });
}

test("who comes twice a year is proposed where a meeting is called, with the reason, to the convener alone", async () => {
  const {
    calls: [call],
  } = await world.asks(coordinator, async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
  const both = [
    [leader, "seldom"],
    [consultant, "seldom"],
  ];
  expect(named(call?.posts ?? [])).toEqual(both);
  const { called, place: at } = await callAs(world, coordinator, { onDay: today });
  [meeting, place] = [valueOf(called).id, at];
  expect(await proposed()).toEqual(both);
  expect(await proposed("skp.sck")).toEqual([]);
});

test("and no longer once they were there twice in the year", async () => {
  await holds();
  expect(await proposed()).toContainEqual([leader, "seldom"]);
  await holds();
  expect(await proposed()).toEqual([[consultant, "seldom"]]);
});

test("but again when a case of the agenda lies in their administration", async () => {
  await world.logs("vicevaert.titanparken", { service: "HJEMMEHJAELP", answers: { ALDER: "FRA_65" } }, { ago: 40 });
  valueOf(await world.as(coordinator, (tx, me) => buildAgenda(tx, me, meeting)));
  expect(await proposed()).toEqual([
    [leader, "concerned"],
    [consultant, "concerned"],
  ]);
});
