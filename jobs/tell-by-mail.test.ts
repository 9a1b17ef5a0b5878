import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { chooseMail } from "#db/account/mail-choice.ts";
import { openPool, type Pool } from "#db/client.ts";
import { seeNotices } from "#db/notice/see-notices.ts";
import { leave } from "#db/people/leave.ts";
import { addressOf } from "#db/seed/demo-people.ts";
import { openWorld, type World } from "#db/testing/world.ts";
import { addDays, type Day, weekday } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { showCode } from "#lib/referral/code.ts";
import type { Outgoing } from "./mail-route.ts";
import { remindOfClocks } from "./remind-of-clocks.ts";
import { sendMail } from "./send-mail.ts";
import { tellByMail } from "./tell-by-mail.ts";

const sender = { origin: "https://brobyg.example", from: "brobyg@brobyg.example" };

let world: World;
let jobs: Pool;
let today: Day;
/** Working days to come: each test has some of its own. */
let days: Day[];
beforeAll(async () => {
  world = await openWorld();
  jobs = openPool(world.database.jobsUrl, { max: 2 });
  today = await world.asks("admin", async (_tx, me) => me.today);
  days = Array.from({ length: 40 }, (_, later) => addDays(today, later)).filter(workingDays().isWorkingDay);
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});
afterEach(async () => {
  await settle();
  await world.owns(["mail", "notice"], async (sql) => {
    await sql`delete from mail`;
    await sql`update notice set mailed_at = app_now() where mailed_at is null`;
  });
});

const [vicevaert, adviser] = ["vicevaert.titanparken", "boligraadgiver.sck"];
const nextDay = () => days.shift() ?? today;
/** Everything that happened can no longer be undone. */
const settle = () =>
  world.owns(
    ["notice"],
    (sql) => sql`update notice set release_at = release_at - interval '20 seconds' where mailed_at is null`,
  );
const mails = async () => {
  await settle();
  return world.owns(
    ["mail"],
    (sql) => sql<{ to: string; kind: string; codes: string }[]>`
      select to_address as to, kind, "values" ->> 'codes' as codes from mail order by to_address, kind`,
  );
};
const mailedTo = async (persona: string) =>
  (await mails()).filter(({ to }) => to === addressOf(persona)).map(({ kind, codes }) => `${kind} ${codes}`);
const tells = async (day: Day, hour: number) => {
  await settle();
  return tellByMail(jobs, day, hour);
};

describe("the digest", () => {
  test("is one mail a day, at eight on working days, of codes and a link and nothing else", async () => {
    const [first, second] = [
      await world.logs(vicevaert, { service: "SKP" }),
      await world.logs(vicevaert, { service: "SKP" }),
    ];
    const day = nextDay();
    const saturday = Array.from({ length: 7 }, (_, later) => addDays(day, later)).find((each) => weekday(each) === 6);
    expect([await tells(day, 7), await tells(saturday ?? day, 9)]).toEqual([0, 0]);
    expect(await tells(day, 8)).toBeGreaterThan(0);
    expect(await mailedTo("skp.sck")).toEqual([`digest ${showCode(first)}\n${showCode(second)}`]);
    expect(await mailedTo(vicevaert)).toEqual([]);

    const gone: Outgoing[] = [];
    await sendMail(jobs, { route: async (mail) => void gone.push(mail), ...sender });
    const text = gone.find(({ to }) => to === addressOf("skp.sck"))?.text ?? "";
    expect(text).toContain("https://brobyg.example/notices");
    expect(gone.map((mail) => mail.text + mail.subject).join()).not.toMatch(/\{\w+\}|SKP|[Ss]tøtte|Titan|vicevært/);

    const third = await world.logs(vicevaert, { service: "SKP" });
    expect([await tells(day, 8), await tells(day, 23)]).toEqual([0, 0]);
    await tells(nextDay(), 8);
    expect(await mailedTo("skp.sck")).toContain(`digest ${showCode(third)}`);
  });

  test("tells of nothing that was undone, or was read in the app", async () => {
    const code = await world.logs(vicevaert, { service: "SKP" });
    await world.as("skp.sck", (tx, me) => seeNotices(tx, me, "2099-01-01 00:00:00+00"));
    await world.does("skp.sck", "accept", code);
    await world.does("skp.sck", "undo", code);
    await tells(nextDay(), 9);
    expect([await mailedTo("skp.sck"), await mailedTo(vicevaert)]).toEqual([[], []]);
  });

  test("leaves out what somebody switched off, and comes in the language they chose it in", async () => {
    await world.as("skp.sck", (tx, me) => chooseMail(tx, me, { on: ["waits"], locale: "en" }));
    const taken = await world.logs(vicevaert, { service: "SKP" });
    await world.does("skp.sck", "accept", taken);
    const sent = await world.logs(vicevaert, { service: "SKP" });
    await world.does(vicevaert, "withdraw", sent, { reason: "FORTRUDT" });
    await world.as(vicevaert, (tx, me) => chooseMail(tx, me, { on: [], locale: "da" }));
    await tells(nextDay(), 8);
    expect(await mailedTo(vicevaert)).toEqual([]);
    expect(await mailedTo("skp.sck")).toHaveLength(1);
    const [row] = await world.owns(
      ["mail"],
      (sql) => sql`select locale from mail where to_address = ${addressOf("skp.sck")}`,
    );
    expect(row).toEqual({ locale: "en" });
    await world.as(vicevaert, (tx, me) => chooseMail(tx, me, { on: ["news"], locale: "da" }));
    const again = await world.logs(vicevaert, { service: "SKP" });
    await world.does("skp.sck", "accept", again);
    await tells(nextDay(), 8);
    expect(await mailedTo(vicevaert)).toEqual([`digest ${showCode(again)}`]);
  });

  test("after a week without one leaves out what is older: it stands in the app", async () => {
    await world.logs(vicevaert, { service: "SKP" });
    await world.owns(
      ["notice"],
      (sql) => sql`update notice set release_at = app_now() - interval '8 days' where mailed_at is null`,
    );
    expect(await tells(nextDay(), 8)).toBe(0);
    expect(await tells(nextDay(), 8)).toBe(0);
  });
});

describe("at once", () => {
  test("goes an eviction that waits for somebody, and what is told of it besides waits for eight", async () => {
    const code = await world.logs(vicevaert, { service: "UDSAETTELSE" });
    const day = nextDay();
    await tells(day, 3);
    expect(await mailedTo(adviser)).toEqual([`urgent ${showCode(code)}`]);
    await world.does(adviser, "accept", code);
    await tells(day, 4);
    expect(await mailedTo(vicevaert)).toEqual([]);
    expect(await tells(day, 4)).toBe(0);
  });

  test("goes the last day, from eight on and that day alone; when it is late the deputies hear too", async () => {
    const code = await world.logs(vicevaert, { service: "HJEMMEHJAELP", answers: { ALDER: "FRA_65" } }, { ago: 15 });
    const [row] = await world.owns(
      ["referral"],
      (sql) => sql<{ due: Day }[]>`select due_on::text as due from referral where code = ${code}`,
    );
    const due = row?.due ?? today;
    await world.owns(["notice"], (sql) => sql`update notice set mailed_at = app_now()`);
    await remindOfClocks(jobs, due);
    await tells(due, 7);
    expect(await mailedTo("myndighed.suf")).toEqual([]);
    await tells(due, 8);
    expect(await mailedTo("myndighed.suf")).toEqual([`last_day ${showCode(code)}`]);
    expect(await mailedTo("brobygger.suf")).toEqual([]);
    const late = workingDays().add(due, 1);
    await remindOfClocks(jobs, late);
    await tells(late, 8);
    expect(await mailedTo("brobygger.suf")).toEqual([`digest ${showCode(code)}`]);
    expect(await mailedTo("myndighed.suf")).toEqual([`digest ${showCode(code)}`, `last_day ${showCode(code)}`]);
  });
});

test("nobody who has left is told but that they have, nor sent what was written before they left", async () => {
  const person = await world.asks("skp.sck", async (_tx, me) => me.person);
  await world.as("skp.sck", (tx, me) => chooseMail(tx, me, { on: ["waits"], locale: "da" }));
  await world.logs(vicevaert, { service: "SKP" });
  await tells(nextDay(), 8);
  expect(await mailedTo("skp.sck")).toHaveLength(1);
  expect(await world.as("leder.sck", (tx, me) => leave(tx, me, { person, heirs: {} }))).toMatchObject({ ok: true });
  const gone: Outgoing[] = [];
  await sendMail(jobs, { route: async (mail) => void gone.push(mail), ...sender });
  const theirs = gone.filter(({ to }) => to === addressOf("skp.sck")).map(({ subject }) => subject);
  expect(theirs).toEqual(["Din adgang til Brobyg er lukket"]);
  await world.owns(["mail"], (sql) => sql`delete from mail`);
  await world.logs(vicevaert, { service: "SKP" });
  await tells(nextDay(), 8);
  expect(await mailedTo("skp.sck")).toEqual([]);
});
