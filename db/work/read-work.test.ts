import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import type { SentLine, Task, WorkView } from "#lib/referral/work-view.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { readWork } from "./read-work.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const vicevaert = "vicevaert.titanparken";
const skp = "skp.sck";
const plan = "Projektleder/social vicevært, Titanparken";

const work = async (persona: string): Promise<WorkView> =>
  valueOf(await world.as(persona, (tx, me) => readWork(tx, me, "da")));
const taskOf = async (persona: string, code: string): Promise<Task | undefined> =>
  (await work(persona)).tasks.find((task) => task.code === code);
const sentOf = async (persona: string, code: string): Promise<SentLine | undefined> =>
  (await work(persona)).sent.find((line) => line.code === code);
const sent = (form: object = {}, ago = 0) => world.logs(vicevaert, { service: "SKP", ...form }, { ago });
const today = () => world.asks(vicevaert, async (_tx, me) => me.today);

describe("what waits for me", () => {
  test("goes from the receiver to the sender and back, with what is asked", async () => {
    const code = await sent();
    expect(await taskOf(skp, code)).toMatchObject({ wait: "answer", by: plan, service: "Støttekontaktperson" });
    expect(await taskOf(vicevaert, code)).toBeUndefined();

    await world.does(skp, "ask", code, { question: "NAVN" });
    expect(await taskOf(skp, code)).toBeUndefined();
    expect(await taskOf(vicevaert, code)).toMatchObject({
      wait: "question",
      by: "Støttekontaktperson, SCK",
      what: "Må I give os navnet?",
    });

    await world.does(vicevaert, "answer", code, { choice: "SKRIFTLIGT" });
    expect(await taskOf(skp, code)).toMatchObject({ wait: "answer" });
    expect(await taskOf(vicevaert, code)).toBeUndefined();
  });

  test("says why a referral lies with me again", async () => {
    const [returned, advised, withdrawn] = [
      await sent(),
      await sent({ consent: { name: "not_yet", feedback: "no" } }),
      await sent(),
    ];
    await world.does(skp, "return", returned, { reason: "SAMTYKKE" });
    await world.does(skp, "advise", advised);
    await world.does(skp, "return", withdrawn, { reason: "SAMTYKKE" });
    await world.does(vicevaert, "send", withdrawn, { to: await world.post(skp) });
    await world.does(vicevaert, "withdraw", withdrawn, { reason: "FORTRUDT" });
    const by = "Støttekontaktperson, SCK";
    expect(await taskOf(vicevaert, returned)).toMatchObject({
      wait: "next_step",
      fallen: "returned",
      by,
      what: "Beboeren har ikke sagt ja endnu",
    });
    expect(await taskOf(vicevaert, advised)).toMatchObject({ fallen: "advised", by, what: null });
    expect(await taskOf(vicevaert, withdrawn)).toMatchObject({ fallen: "withdrawn", by: null });
  });

  test("asks me to confirm what somebody proposes", async () => {
    const code = await sent();
    await world.does(skp, "redirect", code, {
      to: await world.post("brobygger.lokalomraadekontoret"),
      reason: "ENHED",
    });
    expect(await taskOf(vicevaert, code)).toMatchObject({ wait: "proposal", by: "Støttekontaktperson, SCK" });
    expect(await taskOf("brobygger.suf", code)).toBeUndefined();
  });

  test("rests once there was contact, until its day or the end of a pause", async () => {
    const [fresh, followed, paused] = [await sent(), await sent({}, 10), await sent({}, 20)];
    await world.does(skp, "accept", fresh);
    expect(await taskOf(skp, fresh)).toMatchObject({ wait: "first_contact" });
    await world.does(skp, "progress", fresh, { what: "KONTAKT" });
    expect(await taskOf(skp, fresh)).toBeUndefined();

    await world.does(skp, "accept", followed, {}, { ago: 9 });
    await world.does(skp, "progress", followed, { what: "KONTAKT" }, { ago: 9 });
    await world.does(skp, "follow_up", followed, { on: await today() }, { ago: 8 });
    expect(await taskOf(skp, followed)).toMatchObject({ wait: "follow_up", state: "last_day" });

    await world.does(skp, "accept", paused, {}, { ago: 20 });
    await world.does(skp, "hold", paused, { until: addDays(await today(), -1), reason: "BEBOER" }, { ago: 10 });
    expect(await taskOf(skp, paused)).toMatchObject({ wait: "hold_over" });
    await world.does(skp, "hold", paused, { until: addDays(await today(), 5), reason: "BEBOER" });
    expect(await taskOf(skp, paused)).toBeUndefined();
  });

  describe("and was put off to the meeting", () => {
    const putOff = async () => (await work(skp)).putOff;
    const on = async (days: number): Promise<WorkView> =>
      valueOf(await world.as(skp, (tx, me) => readWork(tx, { ...me, today: addDays(me.today, days) }, "da")));

    test("is a count until the meeting has been, and then a task again", async () => {
      const [waits, held, open] = [await sent(), await sent(), await sent()];
      await world.does(skp, "accept", held);
      const before = await putOff();
      const until = addDays(await today(), 2);
      for (const code of [waits, held]) await world.does(skp, "agenda", code, { until });
      await world.does(skp, "agenda", open);
      expect(await putOff()).toEqual({ waits: before.waits + 1, held: before.held + 1 });
      expect(await taskOf(skp, waits)).toBeUndefined();
      expect(await taskOf(skp, held)).toBeUndefined();
      // Whoever only put it on the agenda goes on with it.
      expect(await taskOf(skp, open)).toMatchObject({ wait: "answer" });
      const after = await on(2);
      expect(after.tasks.map(({ code }) => code)).toEqual(expect.arrayContaining([waits, held]));
    });

    test("comes back on its last day, and when anything happens to it", async () => {
      const [late, changed] = [await sent({}, 20), await sent()];
      const until = addDays(await today(), 60);
      for (const code of [late, changed]) await world.does(skp, "agenda", code, { until });
      expect(await taskOf(skp, late)).toMatchObject({ state: "late" });
      expect(await taskOf(skp, changed)).toBeUndefined();
      await world.does(vicevaert, "consent", changed, { to: await world.post(skp), name: "oral" });
      expect(await taskOf(skp, changed)).toMatchObject({ wait: "answer" });
    });

    test("is not followed either by whoever passed it on", async () => {
      const code = await sent();
      await world.does(skp, "accept", code);
      const consent = { name: "written", feedback: "yes" };
      await world.does(skp, "send", code, { to: await world.post("sagsbehandler.sck"), consent });
      await world.does(skp, "agenda", code, { until: addDays(await today(), 2) });
      expect(await sentOf(skp, code)).toBeUndefined();
      expect((await on(2)).sent.map((line) => line.code)).toContain(code);
      expect(await sentOf(vicevaert, code)).toBeDefined();
    });
  });

  test("stands in order of its day", async () => {
    await sent({}, 30);
    const dues = (await work(skp)).tasks.map(({ due }) => due ?? "9");
    expect(dues.length).toBeGreaterThan(2);
    expect(dues).toEqual(dues.toSorted());
  });
});

describe("what I have sent", () => {
  test("says who must answer, then who has it, and never how it goes", async () => {
    const code = await sent();
    expect(await sentOf(vicevaert, code)).toMatchObject({ stands: "waiting", post: "Støttekontaktperson, SCK" });
    await world.does(skp, "accept", code);
    const taken = { stands: "taken", post: "Støttekontaktperson, SCK", state: "in_time", left: null };
    expect(await sentOf(vicevaert, code)).toMatchObject(taken);
    await world.does(skp, "hold", code, { until: addDays(await today(), 5), reason: "BEBOER" });
    expect(await sentOf(vicevaert, code)).toMatchObject(taken);
    expect(await sentOf(skp, code)).toBeUndefined();
  });

  test("begins with what was touched last", async () => {
    const codes = [await sent(), await sent(), await sent()];
    await world.does(skp, "accept", codes[0] ?? "");
    const first = (await work(vicevaert)).sent.slice(0, 3).map(({ code }) => code);
    expect(first).toEqual([codes[0], codes[2], codes[1]]);
  });

  test("leaves out what waits for me, and what others sent", async () => {
    const code = await sent();
    await world.does(skp, "return", code, { reason: "SAMTYKKE" });
    expect(await sentOf(vicevaert, code)).toBeUndefined();
    expect(await sentOf("vicevaert.lundtoftegade", code)).toBeUndefined();
  });

  test("keeps what I passed on until somebody takes it", async () => {
    const code = await sent();
    await world.does(skp, "accept", code);
    const consent = { name: "written", feedback: "yes" };
    await world.does(skp, "send", code, { to: await world.post("sagsbehandler.sck"), consent });
    expect(await sentOf(skp, code)).toMatchObject({ stands: "waiting", post: "Specialiseret sagsbehandler, SCK" });
    await world.does("sagsbehandler.sck", "accept", code);
    expect(await sentOf(skp, code)).toBeUndefined();
  });
});

test("is empty for those who have no part in any referral", async () => {
  for (const persona of ["forum", "admin", "dpo", "leder.sck", "leder.akb"])
    expect(await work(persona)).toMatchObject({ tasks: [], sent: [], drafts: [], actions: [] });
});
