import ICAL from "ical.js";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openPool, type Pool } from "#db/client.ts";
import { call } from "#db/meeting/call.ts";
import { cancel } from "#db/meeting/cancel.ts";
import { changeCall } from "#db/meeting/change-call.ts";
import { readMeetings } from "#db/meeting/read-meetings.ts";
import { openWorld, valueOf, type World } from "#db/testing/world.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { callPeople } from "./call-people.ts";
import type { Outgoing } from "./mail-route.ts";
import { sendMail } from "./send-mail.ts";

const coordinator = "sagsbehandler.sck";
const sender = { origin: "https://brobyg.example", from: "brobyg@brobyg.example" };

let world: World;
let jobs: Pool;
let today: Day;
let place: string;
let meeting: string;
let code: string;

beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 2 });
  code = await world.logs("vicevaert.titanparken", { service: "UDSAETTELSE" });
  const {
    calls: [choices],
  } = await world.asks(coordinator, async (tx, me) => {
    today = me.today;
    return valueOf(await readMeetings(tx, me, "da"));
  });
  place = choices?.inTurn ?? "";
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

const postsOf = (personas: string[]) => Promise.all(personas.map(world.post));
const when = (days: number, startsAt = "09:30") => ({ onDay: addDays(today, days), startsAt, place });
const moves = async (days: number, personas: string[], startsAt?: string) => {
  const posts = await postsOf(personas);
  return world.as(coordinator, (tx, me) => changeCall(tx, me, { meeting, ...when(days, startsAt), posts }));
};

/** What goes out now, each with what another parser reads in its invitation; by who gets it. */
async function mails(): Promise<Record<string, { subject: string; text: string; event: ICAL.Event; method: unknown }>> {
  const gone: Outgoing[] = [];
  await sendMail(jobs, { ...sender, route: async (mail) => void gone.push(mail) });
  return Object.fromEntries(
    gone.map(({ to, subject, text, calendar }) => {
      const read = new ICAL.Component(ICAL.parse(calendar?.content ?? ""));
      const event = new ICAL.Event(read.getFirstSubcomponent("vevent") as ICAL.Component);
      expect(text + calendar?.content).not.toMatch(new RegExp(`\\{\\w+\\}|${code}|Udsættelse`));
      return [to.split("@")[0] ?? "", { subject, text, event, method: read.getFirstPropertyValue("method") }];
    }),
  );
}

/** The people, each with what they are asked and the version of it. */
const asked = async () =>
  Object.entries(await mails())
    .map(([who, { method, event }]) => `${who} ${String(method)} ${event.sequence}`)
    .toSorted();

test("a meeting that is called is mailed to everybody who holds one of its posts, and to nobody when it is refused", async () => {
  const posts = await postsOf(["boligraadgiver.sck", "vicevaert.titanparken"]);
  const calls = (startsOn: number) =>
    world.as(coordinator, (tx, me) => call(tx, me, { series: "NETVAERKSMOEDE", ...when(startsOn), posts }));
  expect((await calls(-1)).ok).toBe(false);
  expect(await mails()).toEqual({});
  meeting = valueOf(await calls(30)).id;
  const all = await mails();
  expect(Object.keys(all).toSorted()).toEqual([
    "boligraadgiver.sck",
    "boligraadgiver2.sck",
    coordinator,
    "vicevaert.titanparken",
  ]);
  const { subject, text, event } = all["vicevaert.titanparken"] ?? {};
  expect([subject, text]).toEqual(["Indkaldelse: Netværksmøde 1", expect.stringContaining("kl. 9.30")]);
  expect(text).toContain(`${sender.origin}/meetings/${meeting}`);
  expect(event).toMatchObject({ uid: meeting, sequence: 1, summary: "Netværksmøde 1" });
  expect(event?.startDate.toString()).toBe(`${addDays(today, 30)}T09:30:00`);
});

test("a meeting that is moved is mailed again, under the same number, in a later version", async () => {
  valueOf(await moves(31, ["boligraadgiver.sck", "vicevaert.titanparken"], "13:00"));
  const { [coordinator]: mine, ...others } = await mails();
  expect(Object.keys(others)).toHaveLength(3);
  expect(mine?.subject).toBe("Ændret: Netværksmøde 1");
  expect(mine?.event).toMatchObject({ uid: meeting, sequence: 2 });
  expect(mine?.event.startDate.toString()).toBe(`${addDays(today, 31)}T13:00:00`);
});

test("who comes and who goes is mailed to them alone", async () => {
  valueOf(await moves(31, ["boligraadgiver.sck", "vicevaert.lundtoftegade"], "13:00"));
  expect(await asked()).toEqual(["vicevaert.lundtoftegade REQUEST 3", "vicevaert.titanparken CANCEL 3"]);
  valueOf(await moves(31, ["boligraadgiver.sck", "vicevaert.lundtoftegade"], "13:00"));
  expect(await mails()).toEqual({});
});

test("whoever stands in is called when every holder is away that day, and not when they are back", async () => {
  valueOf(await moves(31, ["boligraadgiver.sck", "vicevaert.lundtoftegade", "mentor.sck"], "13:00"));
  expect(await asked()).toEqual(["mentor.sck REQUEST 4"]);
  const away = (from: number) =>
    world.as("mentor.sck", async ({ sql }, me) => {
      await sql`
        update absence set to_day = ${addDays(today, from)} where person_id = ${me.person}`;
      return { ok: true, value: null };
    });
  valueOf(await away(40));
  await callPeople(jobs);
  expect(await asked()).toEqual(["skp.sck REQUEST 5"]);
  valueOf(await away(1));
  await callPeople(jobs);
  await callPeople(jobs);
  expect(await asked()).toEqual(["skp.sck CANCEL 6"]);
});

test("a meeting that is cancelled is taken out of every calendar that it is in", async () => {
  valueOf(await world.as(coordinator, (tx, me) => cancel(tx, me, meeting)));
  const all = await mails();
  expect(Object.keys(all).toSorted()).toEqual([
    "boligraadgiver.sck",
    "boligraadgiver2.sck",
    "mentor.sck",
    coordinator,
    "vicevaert.lundtoftegade",
  ]);
  for (const { method, subject, event } of Object.values(all)) {
    expect([method, subject]).toEqual(["CANCEL", "Aflyst: Netværksmøde 1"]);
    expect(event).toMatchObject({ uid: meeting, sequence: 7 });
  }
  await callPeople(jobs);
  expect(await mails()).toEqual({});
});

test("nobody else makes it mail", async () => {
  const tells = (persona: string) => world.asks(persona, ({ sql }) => sql`select door.tell_called(${meeting})`);
  await expect(tells("skp.sck")).rejects.toMatchObject({ code: "BB005" });
});
