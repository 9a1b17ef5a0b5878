import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fewest } from "#lib/anonymity/suppression/suppress.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { Question } from "#lib/meeting/evaluation.ts";
import type { Result } from "#lib/result.ts";
import { openPool } from "../client.ts";
import { anyWords } from "../testing/access/stage.ts";
import { addPartnership } from "../testing/elsewhere.ts";
import { personas } from "../testing/who-sees.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { attend } from "./attend.ts";
import { close } from "./close.ts";
import { type RateInput, rate, rateInput } from "./rate.ts";
import { readEvaluation } from "./read-evaluation.ts";
import { start } from "./start.ts";
import { toRate } from "./to-rate.ts";

const coordinator = "sagsbehandler.sck";
const away = "mentor.sck";
const there = [
  "vicevaert.titanparken",
  "vicevaert.lundtoftegade",
  "raadgiver.mimersgade",
  coordinator,
  "boligraadgiver.sck",
  "boligraadgiver2.sck",
  "skp.sck",
];

let world: World;
let today: Day;
let place = "";
/** The first meeting of the series, about which everything is asked. */
let meeting = "";
let next = "";

beforeAll(async () => {
  world = await openWorld();
  await addPartnership(world);
  today = await world.asks(coordinator, async (_, me) => me.today);
  const { called, place: at } = await callAs(world, coordinator, { onDay: today });
  [meeting, place] = [valueOf(called).id, at];
  next = await holds(meeting);
});
afterAll(() => world.close());

/** Holds and closes a meeting to which everybody came but one; the next one is called, and not begun. */
async function holds(id: string): Promise<string> {
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, id)));
  const post = await world.post(away);
  valueOf(await world.as(coordinator, (tx, me) => attend(tx, me, { meeting: id, post, attendance: "apologies" })));
  valueOf(await world.as(coordinator, (tx, me) => attend(tx, me, { meeting: id, attendance: "present" })));
  const after = { onDay: addDays(today, 56), startsAt: "09:30", place };
  const closing = { meeting: id, words: anyWords, next: after };
  return valueOf(await world.as(coordinator, (tx, me) => close(tx, me, closing))).next;
}

const all = (score: RateInput["daily_work"]) => ({ daily_work: score, whom_to_contact: score, followed_up: score });
const rates = (persona: string, input: object = all("4"), id = meeting) =>
  world.as(persona, (tx, me) => rate(tx, me, { ...rateInput.parse({ salt: randomUUID(), ...input }), meeting: id }));
const sees = (persona: string, id = meeting) =>
  world.asks(persona, async (tx, me) => valueOf(await readEvaluation(tx, me, { id, lang: "da" })));
const waits = (persona: string) => world.asks(persona, (tx) => toRate(tx));
const refusal = (result: Result<unknown>) => (result.ok ? "no refusal" : result.code);
const kept = () =>
  world.owns(
    ["meeting_answered", "meeting_rating", "meeting_remark"],
    async (sql) =>
      (
        await sql`
      select (select count(*)::int from meeting_answered) as answered,
        (select coalesce(sum(count), 0)::int from meeting_rating) as ratings,
        (select count(*)::int from meeting_remark) as remarks`
      )[0],
  );
const ended = async () => {
  const jobs = openPool(world.database.jobsUrl);
  await jobs.sql`select door.end_ratings()`;
  await jobs.sql.end();
};

describe("what is asked about a meeting that has closed", () => {
  test("is asked of whoever came, in full about the first one, and of nobody else", async () => {
    const everything: Question[] = ["daily_work", "whom_to_contact", "followed_up"];
    for (const persona of personas)
      expect([persona, await waits(persona)]).toEqual([
        persona,
        there.includes(persona) ? [{ meeting, questions: everything }] : [],
      ]);
  });

  test("wants every question answered, on the scale, once", async () => {
    expect(refusal(await rates("skp.sck", { daily_work: "4" }))).toBe("choose");
    expect(refusal(await rates(away))).toBe("rating-over");
    expect(refusal(await rates("sundhed.fc"))).toBe("no-meeting");
    expect(refusal(await rates("skp.sck", all("4"), next))).toBe("rating-over");
    valueOf(await rates("skp.sck", { ...all("2"), remark: "Kortere punkter" }));
    expect(refusal(await rates("skp.sck", all("5")))).toBe("rating-over");
    expect(await waits("skp.sck")).toEqual([]);
    expect((await sees("skp.sck")).asks).toEqual([]);
  });

  test("is not answered past the rules: for another, off the scale, twice, before it has closed", async () => {
    const attacks = [
      `select door.rate('${meeting}', '{0,1,1}', null)`,
      `select door.rate('${meeting}', '{6,1,1}', null)`,
      `select door.rate('${meeting}', '{1,1}', null)`,
      `select door.rate('${meeting}', '{1,1,1,1}', null)`,
      `select door.rate('${meeting}', '{1,null,1}', null)`,
      `select door.rate('${next}', '{1}', null)`,
      `select door.rate('${meeting}', '{1,1,1}', null), door.rate('${meeting}', '{1,1,1}', null)`,
    ];
    for (const attack of attacks)
      await expect(
        world.asks("boligraadgiver.sck", ({ sql }) => sql.unsafe(attack)),
        attack,
      ).rejects.toMatchObject({
        code: expect.stringMatching(/^(BB005|23514)$/),
      });
    await expect(
      world.asks("skp.sck", ({ sql }) => sql.unsafe(`select door.rate('${meeting}', '{1,1,1}', null)`)),
    ).rejects.toMatchObject({ code: "BB005" });
  });

  test("is answered once by somebody who sends it twice at the same moment", async () => {
    let again: Promise<unknown> = Promise.resolve();
    const first = await world.as("boligraadgiver.sck", async (tx, me) => {
      const done = await rate(tx, me, { ...rateInput.parse({ salt: randomUUID(), ...all("4") }), meeting });
      again = rates("boligraadgiver.sck").catch(({ code }: { code: string }) => code);
      // The second has read that nothing is answered yet, and waits for the first.
      const [own] = await tx.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
      const waiting = () =>
        world.owns(
          [],
          async (sql) => sql`
          select 1 from pg_locks waiting join pg_locks held using (transactionid)
          where not waiting.granted and held.granted and held.pid = ${own?.pid ?? 0}`,
        );
      await expect.poll(waiting).not.toHaveLength(0);
      return done;
    });
    expect([first.ok, await again]).toEqual([true, "BB005"]);
    expect(await kept()).toMatchObject({ answered: 2, ratings: 6 });
  });
});

describe("whose answer is whose", () => {
  test("nobody reads: not the convener, a leader, the administrator, or whoever answered", async () => {
    for (const persona of personas)
      for (const table of ["meeting_answered", "meeting_rating", "meeting_remark"])
        await expect(
          world.asks(persona, ({ sql }) => sql.unsafe(`select 1 from ${table}`)),
          `${persona} ${table}`,
        ).rejects.toMatchObject({ code: "42501" });
  });

  test("is not kept: no key and no time joins the three tables", async () => {
    const columns = await world.owns([], async (sql) => {
      const rows = await sql<{ column: string }[]>`
        select table_name || '.' || column_name as column from information_schema.columns
        where table_name in ('meeting_answered', 'meeting_rating', 'meeting_remark') order by 1`;
      return rows.map(({ column }) => column);
    });
    expect(columns.filter((column) => !/\.(partnership_id|meeting_id)$/.test(column))).toEqual([
      "meeting_answered.person_id",
      "meeting_rating.count",
      "meeting_rating.question",
      "meeting_rating.score",
      "meeting_remark.id",
      "meeting_remark.text",
    ]);
  });
});

describe("what is shown of it", () => {
  const few = there.slice(0, 4).filter((persona) => persona !== coordinator);

  test("is nothing while answers come, however many there are: one more would be the difference", async () => {
    for (const persona of few) valueOf(await rates(persona, { ...all("4"), remark: "Mere tid" }));
    expect(await kept()).toMatchObject({ answered: 5 });
    const { ratings } = await sees(coordinator);
    expect(ratings).toEqual([
      { meeting, number: 1, onDay: today, asked: ["daily_work", "whom_to_contact", "followed_up"], state: "open" },
    ]);
    expect(await world.asks(coordinator, ({ sql }) => sql`select * from door.remarks(${meeting})`)).toHaveLength(0);
  });

  test("is the mean and the remarks once the next meeting has begun, for everybody who is called", async () => {
    valueOf(await world.as(coordinator, (tx, me) => start(tx, me, next)));
    expect(refusal(await rates(coordinator))).toBe("rating-over");
    expect(await waits(coordinator)).toEqual([]);
    for (const persona of [...there, away]) {
      const [shown] = (await sees(persona)).ratings;
      expect(shown).toMatchObject({
        state: "shown",
        answers: fewest,
        rated: [
          { question: "daily_work", mean: 3.6 },
          { question: "whom_to_contact", mean: 3.6 },
          { question: "followed_up", mean: 3.6 },
        ],
      });
      expect(shown?.state === "shown" && shown.remarks.toSorted()).toEqual([
        "Kortere punkter",
        "Mere tid",
        "Mere tid",
        "Mere tid",
      ]);
    }
    // Those are whom the door itself answers, not the policies alone.
    for (const stranger of ["sundhed.fc", "leder.sck", "leder.akb", "admin", "dpo", "forum"]) {
      expect(await world.asks(stranger, ({ sql }) => sql`select * from door.ratings(${meeting})`)).toHaveLength(0);
      expect(await world.asks(stranger, ({ sql }) => sql`select * from door.remarks(${meeting})`)).toHaveLength(0);
    }
  });

  test("is nothing of fewer than five, and the job takes away what is not shown and who has answered", async () => {
    const third = await holds(next);
    const [waiting] = await waits("skp.sck");
    expect(waiting).toEqual({ meeting: next, questions: ["daily_work"] });
    for (const persona of there.slice(0, 4)) valueOf(await rates(persona, { daily_work: "1", remark: "Intet" }, next));
    expect((await kept())?.["answered"]).toBe(9);
    await ended();
    expect(await kept()).toEqual({ answered: 4, ratings: 19, remarks: 8 });
    valueOf(await world.as(coordinator, (tx, me) => start(tx, me, third)));
    expect((await sees(coordinator)).ratings.map(({ number, state }) => [number, state])).toEqual([
      [2, "few"],
      [1, "shown"],
    ]);
    expect(await world.asks(coordinator, ({ sql }) => sql`select * from door.remarks(${next})`)).toHaveLength(4);
    await ended();
    expect(await kept()).toEqual({ answered: 0, ratings: 15, remarks: 4 });
    expect((await sees(coordinator)).ratings.map(({ state }) => state)).toEqual(["few", "shown"]);
  });

  test("a remark goes a year after the meeting, and the mean stays", async () => {
    await world.owns(["meeting"], async (sql) => {
      await sql`alter table meeting disable trigger meeting_is_closed`;
      await sql`update meeting set on_day = on_day - 366 where id = ${meeting}`;
      await sql`alter table meeting enable trigger meeting_is_closed`;
    });
    await ended();
    expect(await kept()).toEqual({ answered: 0, ratings: 15, remarks: 0 });
    await ended();
    expect(await kept()).toEqual({ answered: 0, ratings: 15, remarks: 0 });
  });
});
