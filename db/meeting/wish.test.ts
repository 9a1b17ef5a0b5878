import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { agendaReasons } from "#lib/meeting/agenda.ts";
import { caseDecisions, pointDecisions } from "#lib/meeting/decisions.ts";
import type { MinutesWords } from "#lib/meeting/minutes.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { buildAgenda } from "./build-agenda.ts";
import { call } from "./call.ts";
import { changeCall } from "./change-call.ts";
import { close } from "./close.ts";
import { decide } from "./decide.ts";
import { readMeeting } from "./read-meeting.ts";
import { readMeetings } from "./read-meetings.ts";
import { start } from "./start.ts";

const coordinator = "sagsbehandler.sck";
const raadgiver = "raadgiver.mimersgade";

const said = (text: string) => ({ da: text, en: text });
const words: MinutesWords = {
  decisions: Object.fromEntries(
    [...caseDecisions, ...pointDecisions].map((code) => [code, said(code)]),
  ) as MinutesWords["decisions"],
  reasons: Object.fromEntries(agendaReasons.map((code) => [code, said(code)])) as MinutesWords["reasons"],
  forum: said("forum"),
  helhedsplan: said("helhedsplanen"),
  aHelhedsplan: said("en helhedsplan"),
};

let world: World;
let today: Day;
let meeting = "";
let place = "";
let posts: string[] = [];
/** Decided about, left as it is, not reached, and talked of without anybody having asked. */
const codes = { decided: "", noChange: "", notReached: "", unasked: "" };

beforeAll(async () => {
  world = await openWorld();
  today = await world.asks(coordinator, async (_, me) => me.today);
  for (const name of Object.keys(codes) as (keyof typeof codes)[]) {
    codes[name] = await world.logs(raadgiver, { service: "SKP" }, { ago: name === "unasked" ? 40 : 0 });
    if (name !== "unasked") await world.does(raadgiver, "agenda", codes[name]);
  }
  const {
    calls: [choices],
  } = await world.asks(coordinator, async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
  place = choices?.places[0]?.id ?? "";
  posts = choices?.posts.filter(({ always }) => always).map(({ id }) => id) ?? [];
  const calling = { series: "NETVAERKSMOEDE", onDay: today, startsAt: "09:30", place, posts };
  meeting = valueOf(await world.as(coordinator, (tx, me) => call(tx, me, calling))).id;
});
afterAll(() => world.close());

const asked = (code: string) =>
  world.asks(raadgiver, async ({ sql }) => {
    const [row] = await sql<{ on: boolean }[]>`select on_agenda as on from referral where code = ${code}`;
    return row?.on;
  });
const askedForAll = () => Promise.all(Object.values(codes).map(asked));

const history = (code: string) =>
  world.owns(
    ["event", "referral", "person"],
    (sql) => sql<{ act: string; post: string; numbered: boolean }[]>`
      select e.act, e.post_name as post, r.events = e.seq as numbered from event e
      join referral r on r.partnership_id = e.partnership_id and r.id = e.referral_id
      where r.code = ${code} order by e.seq desc limit 1`,
  );

const itemOf = (code: string) =>
  world.asks(raadgiver, async (tx, me) => {
    const { items } = valueOf(await readMeeting(tx, me, { id: meeting, lang: "da" }));
    return items.find((item) => item.kind === "case" && item.mine === code)?.id ?? "";
  });
const decides = async (code: string, decision: "no_change" | "follow_up") => {
  const item = await itemOf(code);
  const todo = { owner: await world.post("sagsbehandler.sck"), due: "one_week" } as const;
  const deciding = { meeting, item, decision, ...(decision === "follow_up" ? todo : {}) };
  valueOf(await world.as(coordinator, (tx, me) => decide(tx, me, deciding)));
};

test("what was put on the agenda is still asked for when the meeting is moved, begun and decides", async () => {
  const moved = { meeting, onDay: addDays(today, 7), startsAt: "13:00", place, posts };
  valueOf(await world.as(coordinator, (tx, me) => changeCall(tx, me, moved)));
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, meeting)));
  await decides(codes.decided, "follow_up");
  await decides(codes.noChange, "no_change");
  await decides(codes.unasked, "no_change");
  expect(await askedForAll()).toEqual([true, true, true, false]);
});

test("nobody takes it off before the meeting is closed, or where nothing came of it", async () => {
  const takes = (persona: string) => world.asks(persona, ({ sql }) => sql`select door.talked(${meeting}, '{}')`);
  for (const persona of [coordinator, raadgiver, "admin"])
    await expect(takes(persona)).rejects.toMatchObject({ code: "BB005" });
});

test("closing takes it off what was talked of, with an event, and leaves what was not reached", async () => {
  const next = { onDay: addDays(today, 56), startsAt: "09:30", place };
  valueOf(await world.as(coordinator, (tx, me) => close(tx, me, { meeting, words, next })));
  expect(await askedForAll()).toEqual([false, false, true, false]);
  const talked = { act: "talked", post: expect.stringContaining("Specialiseret sagsbehandler"), numbered: true };
  expect(await history(codes.decided)).toEqual([talked]);
  expect(await history(codes.noChange)).toEqual([talked]);
  expect((await history(codes.notReached))[0]?.act).toBe("agenda");
  expect((await history(codes.unasked))[0]?.act).toBe("send");
});

test("what was not reached comes up at the next meeting as asked for, the others only as talked of before", async () => {
  const { next } = await world.asks(coordinator, async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
  const following = next[0]?.id ?? "";
  valueOf(await world.as(coordinator, (tx, me) => buildAgenda(tx, me, following)));
  const { items } = await world.asks(raadgiver, async (tx, me) =>
    valueOf(await readMeeting(tx, me, { id: following, lang: "da" })),
  );
  const reasons = (code: string) =>
    items.flatMap((item) => (item.kind === "case" && item.mine === code ? item.reasons : []));
  expect(reasons(codes.notReached)).toContain("asked_for");
  expect(reasons(codes.decided)).toEqual(["discussed_before"]);
  await world.does(raadgiver, "agenda", codes.decided);
  expect(await asked(codes.decided)).toBe(true);
});

test("nobody takes off what is asked for anew once the meeting is over", async () => {
  const again = world.asks(coordinator, ({ sql }) => sql`select door.talked(${meeting}, '{}')`);
  await expect(again).rejects.toMatchObject({ code: "BB005" });
});
