import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { callPeople } from "#jobs/call-people.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { MeetingState } from "#lib/meeting/meeting-view.ts";
import { mayReopen, mayUndoStart, reopenMinutes } from "#lib/meeting/take-back.ts";
import type { Result } from "#lib/result.ts";
import { openPool, type Pool } from "../client.ts";
import { anyWords } from "../testing/access/stage.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { attend } from "./attend.ts";
import { call } from "./call.ts";
import { close } from "./close.ts";
import { correct } from "./correct.ts";
import { decide, decideRest } from "./decide.ts";
import { readMeeting } from "./read-meeting.ts";
import { readMinutes } from "./read-minutes.ts";
import { reopen, reopening } from "./reopen.ts";
import { start } from "./start.ts";
import { undoStart } from "./undo-start.ts";

const coordinator = "sagsbehandler.sck";
const [called, stranger] = ["skp.sck", "sundhed.fc"];

let world: World;
let today: Day;
let place = "";
let jobs: Pool;

beforeAll(async () => {
  world = await openWorld({ on: "2026-12-02T10:00" });
  jobs = openPool(world.database.jobsUrl, { max: 2 });
  today = world.today();
  await world.logs("vicevaert.titanparken", { service: "SKP" }, { ago: 40 });
  await world.logs("vicevaert.lundtoftegade", { service: "UDSAETTELSE" }, { ago: 1 });
});
afterAll(async () => {
  await jobs.close();
  await world.close();
});

const refusal = (result: Result<unknown>) => (result.ok ? "no refusal" : result.code);
const sees = (id: string, persona = coordinator) =>
  world.asks(persona, async (tx, me) => valueOf(await readMeeting(tx, me, { id, lang: "da" })));
const does = (persona: string, id: string, act: typeof start) => world.as(persona, (tx, me) => act(tx, me, id));
const bySql = (persona: string, text: string) => world.asks(persona, ({ sql }) => sql.unsafe(text).then(() => "done"));
const mails = async () =>
  (await world.owns(["mail"], (sql) => sql<{ kind: string }[]>`select kind from mail where kind like 'meeting-%'`)).map(
    ({ kind }) => kind,
  );
const closes = async (id: string) =>
  world.as(coordinator, (tx, me) =>
    close(tx, me, { meeting: id, words: anyWords, next: { onDay: addDays(today, 56), startsAt: "09:30", place } }),
  );
const minutesOf = (id: string) => world.asks(coordinator, (tx) => readMinutes(tx, id));
const offered = (persona: string, id: string) => world.asks(persona, (tx, me) => reopening(tx, me, id));

describe("a start that was a mistake", () => {
  let id = "";
  beforeAll(async () => {
    const made = await callAs(world, coordinator, { onDay: addDays(today, 44) });
    place = made.place;
    id = valueOf(made.called).id;
  });

  test("is taken back by who leads the meeting: it is called for its own day, and nobody was noted", async () => {
    valueOf(await does(coordinator, id, start));
    valueOf(await world.as(coordinator, (tx, me) => attend(tx, me, { meeting: id, attendance: "present" })));
    expect(await sees(id)).toMatchObject({ state: "held", onDay: today, mayUndoStart: true });
    expect((await sees(id, called)).mayUndoStart).toBe(false);
    expect(refusal(await does(called, id, undoStart))).toBe("not-yours");
    expect(refusal(await does(stranger, id, undoStart))).toBe("no-meeting");
    valueOf(await does(coordinator, id, undoStart));
    const view = await sees(id);
    expect(view).toMatchObject({ state: "called", onDay: addDays(today, 44), mayUndoStart: false });
    expect(new Set(view.posts.map(({ attendance }) => attendance))).toEqual(new Set([null]));
    expect(refusal(await does(coordinator, id, undoStart))).toBe("meeting-over");
  });

  test("tells nobody anything: who was called knows the day already", async () => {
    const before = await mails();
    await callPeople(jobs);
    expect(await mails()).toEqual(before);
  });

  test("stands in the log as what it is", async () => {
    const acts = await world.owns(
      ["log"],
      (sql) => sql<{ what: string }[]>`select what from log where what like 'meeting-%' order by at`,
    );
    expect(acts.map(({ what }) => what)).toEqual(["meeting-called", "meeting-held", "meeting-start-undone"]);
  });

  test("stays once something is decided, whoever asks and however", async () => {
    valueOf(await does(coordinator, id, start));
    const item = (await sees(id)).items[0]?.id ?? "";
    valueOf(await world.as(coordinator, (tx, me) => decide(tx, me, { meeting: id, item, decision: "no_change" })));
    expect((await sees(id)).mayUndoStart).toBe(false);
    expect(refusal(await does(coordinator, id, undoStart))).toBe("meeting-decided");
    for (const text of [`select door.undo_start('${id}')`, `update meeting set state = 'called' where id = '${id}'`])
      await expect(bySql(coordinator, text)).rejects.toMatchObject({ code: "BB005" });
  });
});

describe("an end that was a mistake", () => {
  let id = "";
  let next = "";
  beforeAll(async () => {
    id =
      (await world.owns(["meeting"], (sql) => sql<{ id: string }[]>`select id from meeting where state = 'held'`))[0]
        ?.id ?? "";
    next = valueOf(await closes(id)).next;
  });

  test("is offered to who leads the meeting, with what it does", async () => {
    expect(await offered(coordinator, id)).toEqual({
      until: expect.stringMatching(/^10\.1\d$/),
      next: { number: 2, posts: expect.any(Number) },
    });
    expect(await offered(called, id)).toBeNull();
    expect(await offered(stranger, id)).toBeNull();
  });

  test("is taken back: the meeting goes on with what was decided, the next is cancelled and everybody told", async () => {
    const told = (await mails()).filter((kind) => kind === "meeting-called").length;
    for (const [persona, code] of [
      [called, "not-yours"],
      [stranger, "no-meeting"],
    ] as const)
      expect(refusal(await does(persona, id, reopen))).toBe(code);
    await expect(bySql(called, `select door.reopen('${id}')`)).rejects.toMatchObject({ code: "BB005" });
    valueOf(await does(coordinator, id, reopen));
    expect(await sees(id)).toMatchObject({ state: "held", onDay: today });
    expect((await sees(id)).items[0]?.outcome).toBe("no_change");
    expect(refusal(await minutesOf(id))).toBe("not-found");
    expect((await sees(next)).state).toBe("cancelled");
    expect((await mails()).filter((kind) => kind === "meeting-cancelled")).toHaveLength(told / 2);
    expect(refusal(await does(coordinator, id, reopen))).toBe("meeting-over");
  });

  test("leaves one meeting of the series under way: no other is called beside it", async () => {
    const asked = { series: "NETVAERKSMOEDE", onDay: addDays(today, 20), startsAt: "09:30", place, posts: [] };
    expect(refusal(await world.as(coordinator, (tx, me) => call(tx, me, asked)))).toBe("already-called");
  });

  test("is closed again, with minutes and another next meeting", async () => {
    valueOf(await world.as(coordinator, (tx, me) => decideRest(tx, me, id)));
    next = valueOf(await closes(id)).next;
    expect(valueOf(await minutesOf(id)).items.every(({ outcome }) => outcome === "no_change")).toBe(true);
    expect(await sees(next)).toMatchObject({ state: "called", number: 3 });
  });

  test("stands after ten minutes, and once the minutes are corrected", async () => {
    await world.turnTo("2026-12-02T10:09");
    expect(await offered(coordinator, id)).not.toBeNull();
    await world.turnTo("2026-12-02T10:12");
    expect(await offered(coordinator, id)).toBeNull();
    expect(refusal(await does(coordinator, id, reopen))).toBe("minutes-stand");
    for (const text of [`select door.reopen('${id}')`, `update meeting set state = 'held' where id = '${id}'`])
      await expect(bySql(coordinator, text)).rejects.toMatchObject({ code: "BB005" });
    await world.turnTo("2026-12-02T10:05");
    valueOf(
      await world.as(coordinator, (tx, me) => correct(tx, me, { meeting: id, text: "Punkt 2 kom først" as never })),
    );
    expect(refusal(await does(coordinator, id, reopen))).toBe("minutes-stand");
  });
});

describe("what the rules and the database let be taken back", () => {
  const yesNo = [true, false];
  /** Milliseconds that a busy machine may take between making a case and asking about it: the test's clock goes on. */
  const margin = 20_000;
  const states: MeetingState[] = ["called", "held", "closed", "cancelled"];
  const cases = states.flatMap((state) =>
    yesNo.flatMap((decided) =>
      [0, reopenMinutes * 60_000 - margin, reopenMinutes * 60_000].flatMap((since) =>
        yesNo.flatMap((corrected) =>
          yesNo.flatMap((followed) => yesNo.map((ending) => ({ state, decided, since, corrected, followed, ending }))),
        ),
      ),
    ),
  );

  test("is the same, case by case", async () => {
    const [id, later] = await bareMeetings();
    const different: unknown[] = [];
    for (const each of cases) {
      await makeIt(id, later, each);
      const answers = {
        start: await tries(`select door.undo_start('${id}')`),
        end: await tries(`select door.reopen('${id}')`),
      };
      const rules = { start: mayUndoStart({ ...each, today, onDay: today }), end: mayReopen(each) };
      if (JSON.stringify(answers) !== JSON.stringify(rules)) different.push({ ...each, answers, rules });
    }
    expect(different).toEqual([]);
    expect(cases).toHaveLength(192);
  });

  /** A meeting with one point and a later one, alone in their series, whose rows the test's owner turns as it likes. */
  async function bareMeetings(): Promise<[string, string]> {
    const [row, after] = await world.owns(["meeting", "meeting_post", "meeting_item", "minutes"], async (sql) => {
      const rows = await sql<{ id: string }[]>`
        insert into meeting (partnership_id, id, series, number, state, on_day, starts_at, place_unit, convener_post)
        select partnership_id, gen_random_uuid(), 'TEMAMOEDE', n, (array['called', 'cancelled'])[n]::meeting_state, on_day, starts_at, place_unit, convener_post
        from (select * from meeting order by number limit 1) m, generate_series(1, 2) n returning id`;
      const one = rows[0]?.id ?? "";
      await sql`insert into meeting_item (partnership_id, id, meeting_id, position, kind, title, by_post)
        select partnership_id, gen_random_uuid(), id, 0, 'point', 'Nøglen', convener_post from meeting where id = ${one}`;
      return rows;
    });
    return [row?.id ?? "", after?.id ?? ""];
  }

  const makeIt = (id: string, later: string, each: (typeof cases)[number]) =>
    world.owns(["meeting", "meeting_item", "minutes", "minutes_correction"], async (sql) => {
      await sql`alter table meeting disable trigger user`;
      await sql`alter table meeting_item disable trigger user`;
      await sql`alter table minutes_correction disable trigger user`;
      await sql`delete from minutes_correction where meeting_id = ${id}`;
      await sql`delete from minutes where meeting_id = ${id}`;
      await sql`update meeting set state = ${each.state}, closed_at = app_now() - make_interval(secs => ${each.since / 1000})
        where id = ${id}`;
      await sql`update meeting set state = ${each.followed ? "closed" : "cancelled"} where id = ${later}`;
      await sql`update meeting set series = ${each.ending ? "IN_NO_VERSION" : "TEMAMOEDE"} where id in (${id}, ${later})`;
      await sql`update meeting_item set outcome = ${each.decided ? "no_change" : null} where meeting_id = ${id}`;
      await sql`insert into minutes (partnership_id, meeting_id, content) select partnership_id, id, '{}' from meeting where id = ${id}`;
      if (each.corrected)
        await sql`insert into minutes_correction (partnership_id, id, meeting_id, text)
          select partnership_id, gen_random_uuid(), id, 'Rettet' from meeting where id = ${id}`;
      await sql`alter table meeting enable trigger user`;
      await sql`alter table meeting_item enable trigger user`;
      await sql`alter table minutes_correction enable trigger user`;
    });

  /** Does the database let it happen? Nothing of it stays. */
  async function tries(text: string): Promise<boolean> {
    const undone = new Error("undone");
    return world
      .asks(coordinator, async ({ sql }) => {
        await sql.unsafe(text);
        throw undone;
      })
      .then(
        () => false,
        (error) => {
          if (error !== undone && (error as { code: string }).code !== "BB005") throw error;
          return error === undone;
        },
      );
  }
});
