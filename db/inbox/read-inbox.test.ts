import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { type InboxRow, type InboxView, inboxQuery } from "#lib/referral/inbox-view.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { readInbox } from "./read-inbox.ts";
import { unitsIn } from "./units-in.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const vicevaert = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";

const inbox = async (persona: string, asked: object = {}): Promise<InboxView> =>
  valueOf(await world.as(persona, (tx, me) => readInbox(tx, me, inboxQuery.parse(asked))));
const rowOf = async (persona: string, code: string, asked: object = {}): Promise<InboxRow | undefined> =>
  (await inbox(persona, asked)).rows.find((row) => row.code === code);
const eviction = (ago = 0) => world.logs(vicevaert, { service: "UDSAETTELSE" }, { ago });

describe("what waits for my answer", () => {
  test("says who sent it, where it lies and what accepting rests on", async () => {
    const code = await eviction();
    const row = await rowOf(adviser, code);
    expect(row).toMatchObject({
      service: "Udsættelse truer",
      holder: "Projektleder/social vicevært, Titanparken",
      by: null,
      ball: null,
      mine: true,
      wait: "answer",
      age: { in: "days", count: 0 },
      person: null,
    });
    await world.does(adviser, "accept", code, {}, { basis: JSON.parse(row?.basis ?? "") });
    expect(await rowOf(adviser, code)).toBeUndefined();
    expect(await rowOf(adviser, code, { list: "held" })).toMatchObject({
      holder: "Boligrådgiver, SCK",
      by: "Projektleder/social vicevært, Titanparken",
      wait: "first_contact",
      person: "Mehmet Nøglebjerg",
      basis: null,
    });
  });

  test("is the same for everybody of the post, and hidden from everybody else", async () => {
    const code = await eviction();
    expect(await rowOf("boligraadgiver2.sck", code)).toBeDefined();
    for (const other of ["mentor.sck", "leder.sck", "sagsbehandler.sck", "forum", "dpo"])
      for (const list of ["waits", "held"]) expect(await rowOf(other, code, { list })).toBeUndefined();
    expect(await rowOf(vicevaert, code, { list: "waits" })).toBeUndefined();
    expect(await rowOf(vicevaert, code, { list: "held" })).toMatchObject({ ball: "Boligrådgiver, SCK", mine: false });
  });

  test("names the post of somebody with two", async () => {
    const code = await world.logs(vicevaert, { service: "SKP" });
    expect(await rowOf("skp.sck", code)).toMatchObject({ ball: "Støttekontaktperson, SCK", mine: true });
  });

  test("waits for the sender while a question is open, and is not taken over without a name", async () => {
    const asked = await world.logs(vicevaert, { service: "SKP" });
    await world.does("skp.sck", "ask", asked, { question: "TID" });
    expect(await rowOf("skp.sck", asked)).toMatchObject({
      wait: "question",
      mine: false,
      ball: "Projektleder/social vicevært, Titanparken",
    });
    const discussion = await world.logs(vicevaert, { service: "SKP", consent: { name: "not_yet", feedback: "no" } });
    expect(await rowOf("skp.sck", discussion)).toMatchObject({ discussion: true, basis: null });
  });

  test("stands in order of the time that is left", async () => {
    await eviction(9);
    await eviction(3);
    await world.logs(vicevaert, { service: "RENOVERING" });
    const { rows } = await inbox(adviser);
    const dues = rows.map(({ due }) => due ?? "9");
    expect(dues).toEqual(dues.toSorted());
    expect(rows[0]).toMatchObject({ state: "late", left: { say: "over" }, age: { in: "weeks", count: 1 } });
  });
});

describe("a list that is narrowed", () => {
  test("shows one service, or one state, of either list", async () => {
    await eviction(9);
    const { rows } = await inbox(adviser, { service: "RENOVERING" });
    expect(rows.length).toBeGreaterThan(0);
    expect(new Set(rows.map(({ service }) => service))).toEqual(new Set(["Renovering"]));
    for (const state of ["late", "last_day", "in_time"]) {
      const all = await inbox(adviser);
      const some = await inbox(adviser, { state });
      expect(some.rows).toEqual(all.rows.filter((row) => row.state === state));
    }
  });

  test("shows what came from one unit, of either list", async () => {
    const [here, there] = [await eviction(), await world.logs("vicevaert.lundtoftegade", { service: "UDSAETTELSE" })];
    const unit = await world.asks(adviser, async ({ sql }) => {
      const [row] = await sql<{ id: string }[]>`
        select u.id from post p join unit u on u.id = p.unit_id where p.id = ${await world.post(vicevaert)}`;
      return row?.id;
    });
    const codes = async (list: string) =>
      (await inbox(adviser, { list, unit, rows: "250" })).rows.map(({ code }) => code);
    expect(await codes("waits")).toContain(here);
    expect(await codes("waits")).not.toContain(there);
    for (const code of [here, there]) await world.does(adviser, "accept", code);
    expect(await codes("held")).toContain(here);
    expect(await codes("held")).not.toContain(there);
  });

  test("stands with the newest first when that is asked for", async () => {
    const [older, newer] = [await eviction(4), await eviction(2)];
    for (const list of ["waits", "held"]) {
      const codes = (await inbox(adviser, { list, sort: "newest", rows: "250" })).rows.map(({ code }) => code);
      expect([list, codes.indexOf(newer) < codes.indexOf(older), codes.includes(newer)]).toEqual([list, true, true]);
      if (list === "waits")
        for (const [code, ago] of [
          [newer, 0],
          [older, 1],
        ] as const)
          await world.does(adviser, "accept", code, {}, { ago });
    }
  });

  test("knows a hold from one that is over", async () => {
    const [held, over] = [await eviction(), await eviction(20)];
    const today = await world.asks(adviser, async (_tx, me) => me.today);
    await world.does(adviser, "accept", held);
    await world.does(adviser, "hold", held, { until: addDays(today, 7), reason: "BEBOER" });
    await world.does(adviser, "accept", over, {}, { ago: 20 });
    await world.does(adviser, "progress", over, { what: "KONTAKT" }, { ago: 20 });
    await world.does(adviser, "hold", over, { until: addDays(today, -3), reason: "BEBOER" }, { ago: 19 });
    const states = ["late", "last_day", "in_time", "on_hold"] as const;
    for (const state of states) {
      const found = (await inbox(adviser, { list: "held", state })).rows;
      expect(found.every((row) => row.state === state)).toBe(true);
      expect(found.some(({ code }) => code === held)).toBe(state === "on_hold");
      expect(found.some(({ code }) => code === over)).toBe(state === "in_time");
    }
    expect(await rowOf(adviser, held, { list: "held" })).toMatchObject({ hold: { what: "Beboeren" } });
    expect(await rowOf(adviser, over, { list: "held" })).toMatchObject({ wait: "hold_over", hold: null });
  });

  test("shows a page at a time, and says that there is more", async () => {
    for (let count = 0; count < 26; count += 1) await world.logs(vicevaert, { service: "BOLIGYDELSE" });
    const oldest = await world.logs(vicevaert, { service: "BOLIGYDELSE" }, { ago: 12 });
    const page = await inbox("sagsbehandler.sck");
    expect(page).toMatchObject({ more: true, rows: [{ code: oldest }, ...Array(24).fill({})] });
    expect(page.rows).toHaveLength(25);
    const all = await inbox("sagsbehandler.sck", { rows: "50" });
    expect(all.rows.slice(0, 25)).toEqual(page.rows);
    expect(all.rows.length).toBeGreaterThan(25);
  });
});

describe("what is put off to the next meeting", () => {
  const skp = "skp.sck";
  const dueOf = async (code: string): Promise<Day> => {
    const due = (await rowOf(skp, code, { view: "meeting" }))?.due ?? (await rowOf(skp, code))?.due;
    if (!due) throw new Error("an answer is due");
    return due;
  };
  const on = async (day: string, asked: object = {}): Promise<string[]> => {
    const view = await world.as(skp, (tx, me) =>
      readInbox(tx, { ...me, today: day as typeof me.today }, inboxQuery.parse(asked)),
    );
    return valueOf(view).rows.map(({ code }) => code);
  };

  test("leaves the list of whoever put it off until that day, and stands on the agenda all along", async () => {
    const code = await world.logs(vicevaert, { service: "SKP" });
    const until = addDays(await dueOf(code), -1);
    await world.does(skp, "agenda", code, { until });
    expect(await on(addDays(until, -1))).not.toContain(code);
    expect(await on(addDays(until, -1), { view: "meeting" })).toContain(code);
    expect(await on(until)).toContain(code);
  });

  test("comes back on its last day, and when anything happens", async () => {
    const code = await world.logs(vicevaert, { service: "SKP" });
    await world.does(skp, "agenda", code, { until: addDays(world.today(), 60) });
    const due = await dueOf(code);
    expect(await on(addDays(due, -1))).not.toContain(code);
    expect(await on(due)).toContain(code);
    await world.does(vicevaert, "consent", code, { to: await world.post(skp), name: "oral" });
    expect(await rowOf(skp, code)).toBeDefined();
  });
});

test("shows what is mine, what I must move, and what is late", async () => {
  const [own, asked, late] = [await eviction(), await eviction(), await eviction(9)];
  const person = await world.asks(adviser, async (_tx, me) => me.person);
  await world.does(adviser, "assign", own, { person });
  await world.does(adviser, "ask", asked, { question: "RING" });
  const views = { mine: [own], ball: [own, late], late: [late] };
  for (const [view, codes] of Object.entries(views)) {
    const found = (await inbox(adviser, { view, rows: "250" })).rows.map(({ code }) => code);
    expect([view, [own, asked, late].filter((code) => found.includes(code))]).toEqual([view, codes]);
  }
  await world.does(adviser, "accept", own);
  expect(await rowOf(adviser, own, { list: "held", view: "mine" })).toBeDefined();
  expect(await rowOf(adviser, own, { list: "held", view: "ball" })).toBeDefined();
});

test("reads nonsense in an address as nothing", () => {
  expect(inboxQuery.parse({ list: "x", service: "';--", state: ["late"], rows: "-1", lang: "de" })).toEqual({
    list: "waits",
    service: undefined,
    state: undefined,
    unit: undefined,
    sort: undefined,
    rows: 25,
    lang: "da",
  });
});

describe("the units that a list is narrowed to", () => {
  const units = (persona: string, list: "waits" | "held", unit?: string) =>
    world.asks(persona, async (tx, me) =>
      (await unitsIn(tx, me, { list, ...(unit && { unit }) })).map(({ short }) => short),
    );
  const clerk = "mentor.sck";

  test("are those that something in it comes from, and the one that was chosen", async () => {
    expect(await units(clerk, "waits")).toEqual([]);
    const code = await world.logs("vicevaert.lundtoftegade", { service: "MENTOR1825" });
    expect(await units(clerk, "waits")).toEqual(["Lundtoftegade"]);
    expect(await units(clerk, "held")).toEqual([]);
    await world.does(clerk, "accept", code);
    expect(await units(clerk, "waits")).toEqual([]);
    expect(await units(clerk, "held")).toEqual(["Lundtoftegade"]);
    const titan = await world.asks(vicevaert, async ({ sql }, me) => {
      const [row] = await sql<{ unit: string }[]>`select unit_id as unit from post where id = ${me.posts[0] ?? null}`;
      return row?.unit;
    });
    expect(await units(clerk, "waits", titan)).toEqual(["Titanparken"]);
    expect(await units("dpo", "held")).toEqual([]);
  });
});
