import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { callPeople } from "#jobs/call-people.ts";
import type { Outgoing } from "#jobs/mail-route.ts";
import { sendMail } from "#jobs/send-mail.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { Result } from "#lib/result.ts";
import { anyWords } from "../testing/access/stage.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { addPoint } from "./add-point.ts";
import { call } from "./call.ts";
import { cancel } from "./cancel.ts";
import { changeCall } from "./change-call.ts";
import { close } from "./close.ts";
import { decide } from "./decide.ts";
import { inviteGuest, takeOffGuest } from "./guests.ts";
import { markDone } from "./mark-done.ts";
import { readMeeting } from "./read-meeting.ts";
import { readMeetings } from "./read-meetings.ts";
import { start } from "./start.ts";

const [coordinator, health, invited] = ["sagsbehandler.sck", "sundhed.fc", "raadgiver.mimersgade"] as const;
const caretaker = "ejendomsmester@bolig.example";

let world: World;
let jobs: Pool;
let today: Day;
beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 2 });
  today = await world.asks(coordinator, async (_, me) => me.today);
  await world.logs("vicevaert.titanparken", { service: "SKP" }, { ago: 40 });
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

const meetings = (persona: string) => world.asks(persona, async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
const sees = (persona: string, id: string) =>
  world.asks(persona, async (tx, me) => valueOf(await readMeeting(tx, me, { id, lang: "da" })));
const refusal = (result: Result<unknown>) => (result.ok ? "no refusal" : result.code);
const when = (days: number) => ({ onDay: addDays(today, days), startsAt: "10:00" });

async function calls(persona: string, series: string, as = persona): Promise<Result<{ id: string }>> {
  const choices = (await meetings(as)).calls.find((each) => each.series === series);
  const posts = choices?.posts.filter(({ always }) => always).map(({ id }) => id) ?? [];
  const place = choices?.inTurn ?? "";
  return world.as(persona, (tx, me) => call(tx, me, { series, ...when(30), place, posts }));
}

test("each series is offered to the function that calls it, and to nobody else", async () => {
  const offered = async (persona: string) => (await meetings(persona)).calls.map(({ series }) => series);
  expect(await offered(coordinator)).toEqual(["NETVAERKSMOEDE", "TEMAMOEDE"]);
  expect(await offered(health)).toEqual(["SUNDHEDSNETVAERK"]);
  expect(await offered(invited)).toEqual([]);
});

test("nobody calls the meetings of another function, by the handler or by the database", async () => {
  expect(refusal(await calls(coordinator, "SUNDHEDSNETVAERK", health))).toBe("not-yours");
  expect(refusal(await calls(health, "NETVAERKSMOEDE", coordinator))).toBe("not-yours");
  const past = (persona: string, series: string) =>
    world.as(persona, async ({ sql }, me) => {
      const [unit] = await sql<{ id: string }[]>`select id from unit limit 1`;
      await sql`insert into meeting ${sql({
        partnership_id: me.partnership,
        id: crypto.randomUUID(),
        series,
        state: "called",
        on_day: today,
        starts_at: "10:00",
        place_unit: unit?.id ?? "",
        convener_post: me.posts[0] ?? "",
      })}`;
      return { ok: true, value: null };
    });
  await expect(past(health, "NETVAERKSMOEDE")).rejects.toThrow("row-level security");
  await expect(past(coordinator, "SUNDHEDSNETVAERK")).rejects.toThrow("row-level security");
});

describe("the network on health", () => {
  let meeting: string;

  test("is called and led by the prevention centre, with points and without referrals", async () => {
    meeting = valueOf(await calls(health, "SUNDHEDSNETVAERK")).id;
    const view = await sees(health, meeting);
    expect(view).toMatchObject({
      series: "Netværksmøde om sundhed",
      convenes: true,
      items: [],
      quiet: null,
      guests: null,
    });
    expect(await sees(invited, meeting)).toMatchObject({ convenes: false, attends: true });
    const point = (persona: string, title: string) =>
      world.as(persona, (tx, me) => addPoint(tx, me, { meeting, title }));
    valueOf(await point(invited, "Rygestop i gården"));
    expect(refusal(await world.as(invited, (tx, me) => start(tx, me, meeting)))).toBe("not-yours");
    valueOf(await world.as(health, (tx, me) => start(tx, me, meeting)));
    const [item] = (await sees(health, meeting)).items;
    const owner = item?.owners[0]?.key ?? "";
    const decision = {
      meeting,
      item: item?.id ?? "",
      decision: item?.decisions[0] ?? "follow_up",
      owner,
      due: "next_meeting" as const,
    };
    valueOf(await world.as(health, (tx, me) => decide(tx, me, decision)));
  });

  test("closes with minutes, calls the next in half a year, and its leader says when what was decided is done", async () => {
    const { choices } = await sees(health, meeting);
    const next = { onDay: choices.suggested, startsAt: "10:00", place: choices.inTurn };
    valueOf(await world.as(health, (tx, me) => close(tx, me, { meeting, words: anyWords, next })));
    const after = await meetings(health);
    expect(after.earlier.map(({ id }) => id)).toEqual([meeting]);
    expect(after.calls).toEqual([]);
    const [action] = after.actions;
    expect(action?.mayMark).toBe(true);
    valueOf(await world.as(health, (tx, me) => markDone(tx, me, { action: action?.id ?? "", done: true })));
    expect((await meetings(health)).actions).toEqual([]);
  });

  test("shows its leader no referral and no case of the network's meeting", async () => {
    const other = valueOf(await calls(coordinator, "NETVAERKSMOEDE")).id;
    const seen = await world.asks(health, async ({ sql }) => {
      const [row] = await sql<{ cases: number; items: number; referrals: number }[]>`
        select (select count(*)::int from meeting_case) as cases,
          (select count(*)::int from meeting_item where meeting_id = ${other}) as items,
          (select count(*)::int from referral) as referrals`;
      return row;
    });
    expect(seen).toEqual({ cases: 0, items: 0, referrals: 0 });
    expect(refusal(await world.as(health, (tx, me) => start(tx, me, other)))).toBe("no-meeting");
  });
});

describe("the thematic meeting", () => {
  let meeting: string;
  beforeAll(async () => {
    meeting = valueOf(await calls(coordinator, "TEMAMOEDE")).id;
    await mails();
  });

  /** What goes out now to the caretaker: kind, version, and what another parser reads. */
  async function mails() {
    const gone: Outgoing[] = [];
    await sendMail(jobs, {
      origin: "https://brobyg.example",
      from: "brobyg@brobyg.example",
      route: async (mail) => void gone.push(mail),
    });
    return gone
      .filter(({ to }) => to === caretaker)
      .map(({ subject, text, calendar }) => {
        const read = new ICAL.Component(ICAL.parse(calendar?.content ?? ""));
        const event = new ICAL.Event(read.getFirstSubcomponent("vevent") as ICAL.Component);
        expect(text + (calendar?.content ?? "")).not.toMatch(/\{\w+\}|\/meetings\//);
        return [subject, String(read.getFirstPropertyValue("method")), event.uid === meeting, event.sequence];
      });
  }
  const invites = (persona: string, mail = caretaker, id = meeting) =>
    world.as(persona, (tx, me) => inviteGuest(tx, me, { meeting: id, mail }));
  const guests = async () => (await sees(coordinator, meeting)).guests?.invited ?? [];

  test("invites caretakers by mail, once, and tells them another time and place", async () => {
    valueOf(await invites(coordinator));
    valueOf(await invites(coordinator));
    expect(await mails()).toEqual([["Invitation: Temamøde 1", "REQUEST", true, 2]]);
    expect((await sees(coordinator, meeting)).guests).toMatchObject({
      who: "Ejendomsmestre og andre fra driften",
      invited: [{ address: caretaker }],
    });
    const { choices } = await sees(coordinator, meeting);
    const moved = { meeting, ...when(31), place: choices.inTurn, posts: [] };
    valueOf(await world.as(coordinator, (tx, me) => changeCall(tx, me, moved)));
    await callPeople(jobs);
    expect(await mails()).toEqual([["Ændret: Temamøde 1", "REQUEST", true, 3]]);
  });

  test("tells whoever is taken off, and forgets the address", async () => {
    const [guest] = await guests();
    valueOf(await world.as(coordinator, (tx, me) => takeOffGuest(tx, me, { meeting, guest: guest?.id ?? "" })));
    expect(await mails()).toEqual([["Ikke længere inviteret: Temamøde 1", "CANCEL", true, 4]]);
    expect(await guests()).toEqual([]);
    expect(await world.owns(["meeting_guest"], (sql) => sql`select 1 from meeting_guest`)).toHaveLength(0);
  });

  test("tells guests that it is cancelled, and takes none after that", async () => {
    valueOf(await invites(coordinator));
    await mails();
    valueOf(await world.as(coordinator, (tx, me) => cancel(tx, me, meeting)));
    expect(await mails()).toEqual([["Aflyst: Temamøde 1", "CANCEL", true, 6]]);
    expect(refusal(await invites(coordinator))).toBe("meeting-over");
  });

  test("is the only one with guests, and they are its convener's alone", async () => {
    const [theme, network] = await Promise.all([
      calls(coordinator, "TEMAMOEDE").then(valueOf),
      meetings(coordinator).then(({ next }) => next.find(({ series }) => series === "Netværksmøde")),
    ]);
    expect(refusal(await invites(coordinator, caretaker, network?.id))).toBe("no-guests");
    expect(refusal(await invites("vicevaert.titanparken", caretaker, theme.id))).toBe("not-yours");
    valueOf(await invites(coordinator, caretaker, theme.id));
    expect((await sees("vicevaert.titanparken", theme.id)).guests).toBeNull();
    const rows = (persona: string) => world.asks(persona, ({ sql }) => sql`select address from meeting_guest`);
    expect(await rows(coordinator)).toHaveLength(1);
    expect(await rows("vicevaert.titanparken")).toHaveLength(0);
    expect(await rows(health)).toHaveLength(0);
  });

  test("keeps its guests on its day, while its start can be taken back, and forgets them then", async () => {
    const open = (await meetings(coordinator)).next.find(({ series }) => series === "Temamøde");
    const guests = () => world.owns(["meeting_guest"], (sql) => sql`select 1 from meeting_guest`);
    valueOf(await world.as(coordinator, (tx, me) => start(tx, me, open?.id ?? "")));
    await callPeople(jobs);
    expect(await guests()).toHaveLength(1);
    await world.turnTo(`${addDays(today, 1)}T06:00`);
    await callPeople(jobs);
    expect(await guests()).toHaveLength(0);
  });
});
