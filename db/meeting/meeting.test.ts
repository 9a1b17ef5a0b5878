import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { agendaReasons } from "#lib/meeting/agenda.ts";
import { caseDecisions, pointDecisions } from "#lib/meeting/decisions.ts";
import type { CaseView, MeetingView } from "#lib/meeting/meeting-view.ts";
import type { MinutesWords } from "#lib/meeting/minutes.ts";
import { showCode } from "#lib/referral/code.ts";
import type { Result } from "#lib/result.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { callAs } from "./a-call.ts";
import { addPoint, removePoint } from "./add-point.ts";
import { attend } from "./attend.ts";
import { buildAgenda } from "./build-agenda.ts";
import { changeCall } from "./change-call.ts";
import { close } from "./close.ts";
import { decide, decideRest } from "./decide.ts";
import { markDone } from "./mark-done.ts";
import { moveItem } from "./order-items.ts";
import { readMeeting } from "./read-meeting.ts";
import { readMeetings } from "./read-meetings.ts";
import { readMinutes } from "./read-minutes.ts";
import { start } from "./start.ts";

/** What names the estates of the referrals: none of it may be told of a case. */
const estates = ["Titanparken", "Lundtoftegade", "Mimersgade"];
const coordinator = "sagsbehandler.sck";

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
let place = "";
const codes: Record<"late" | "eviction" | "calm", string> = { late: "", eviction: "", calm: "" };

beforeAll(async () => {
  world = await openWorld();
  today = await world.asks(coordinator, async (_, me) => me.today);
  codes.late = await world.logs("vicevaert.titanparken", { service: "SKP" }, { ago: 40 });
  codes.eviction = await world.logs("vicevaert.lundtoftegade", { service: "UDSAETTELSE" }, { ago: 1 });
  codes.calm = await world.logs("raadgiver.mimersgade", { service: "SKP" });
});
afterAll(() => world.close());

const sees = (persona: string, id: string): Promise<MeetingView> =>
  world.asks(persona, async (tx, me) => valueOf(await readMeeting(tx, me, { id, lang: "da" })));
const meetings = (persona: string) => world.asks(persona, async (tx, me) => valueOf(await readMeetings(tx, me, "da")));
const cases = (view: MeetingView) => view.items.filter((item): item is CaseView => item.kind === "case");
const refusal = (result: Result<unknown>) => (result.ok ? "no refusal" : result.code);

async function calls(persona: string, series?: string): Promise<Result<{ id: string }>> {
  const { called, ...choice } = await callAs(world, persona, { onDay: today, place, ...(series && { series }) });
  place = choice.place;
  return called;
}

async function held(): Promise<string> {
  const next = (await meetings(coordinator)).next[0]?.id ?? valueOf(await calls(coordinator)).id;
  valueOf(await world.as(coordinator, (tx, me) => start(tx, me, next)));
  return next;
}

const decides = (
  persona: string,
  meeting: string,
  input: Parameters<typeof decide>[2] extends infer Input ? Partial<Input> : never,
) => world.as(persona, (tx, me) => decide(tx, me, { meeting, item: "", decision: "follow_up", ...input }));

const closes = (persona: string, meeting: string) =>
  world.as(persona, (tx, me) =>
    close(tx, me, { meeting, words, next: { onDay: addDays(today, 56), startsAt: "09:30", place } }),
  );

describe("a meeting", () => {
  test("is called by the convener of its series and by nobody else", async () => {
    expect(refusal(await calls("skp.sck"))).toBe("not-yours");
    expect(refusal(await calls("vicevaert.titanparken"))).toBe("not-yours");
    expect(refusal(await calls(coordinator, "SUNDHEDSNETVAERK"))).toBe("not-yours");
    expect((await calls(coordinator)).ok).toBe(true);
  });

  test("is called once at a time, so that every referral is on one next agenda", async () => {
    expect(refusal(await calls(coordinator))).toBe("already-called");
  });
});

describe("a call", () => {
  test("is changed by its convener: another day, other posts, the same agenda", async () => {
    const id = (await meetings(coordinator)).next[0]?.id ?? "";
    const before = await sees(coordinator, id);
    const posts = before.posts.map((post) => post.id);
    const [myndighed, stranger] = await Promise.all(["leder.myndighedsteamet", "administrator"].map(world.post));
    const changes = (persona: string, change: object) =>
      world.as(persona, (tx, me) =>
        changeCall(tx, me, { meeting: id, onDay: addDays(today, 3), startsAt: "13:00", place, posts, ...change }),
      );
    expect(refusal(await changes("skp.sck", {}))).toBe("not-yours");
    expect(refusal(await changes("myndighed.suf", {}))).toBe("no-meeting");
    expect(refusal(await changes(coordinator, { posts: [stranger] }))).toBe("not-invitable");
    expect(refusal(await changes(coordinator, { onDay: addDays(today, -1) }))).toBe("meeting-past");
    expect(refusal(await changes(coordinator, { place: stranger }))).toBe("unknown-choice");
    valueOf(await changes(coordinator, { posts: [myndighed] }));
    const after = await sees("myndighed.suf", id);
    expect(after).toMatchObject({ onDay: addDays(today, 3), startsAt: "13:00", attends: true });
    expect(after.posts).toHaveLength(2);
    expect(after.items.map((item) => item.id)).toEqual(before.items.map((item) => item.id));
    valueOf(await changes(coordinator, { onDay: today, startsAt: "09:30" }));
    expect(refusal(await world.as("myndighed.suf", (tx, me) => readMeeting(tx, me, { id, lang: "da" })))).toBe(
      "not-found",
    );
  });
});

describe("its agenda", () => {
  let id = "";
  beforeAll(async () => {
    id = (await meetings(coordinator)).next[0]?.id ?? "";
  });

  test("has the open referrals with the reason at each, and counts the quiet ones", async () => {
    const view = await sees(coordinator, id);
    expect(cases(view).map(({ number, service, reasons }) => [number, service, reasons])).toEqual([
      [1, "Støttekontaktperson", expect.arrayContaining(["late"])],
      [2, "Udsættelse truer", ["eviction"]],
    ]);
    expect(view.quiet).toBe(1);
  });

  test("tells nobody a code or an estate, but each party which case is its own", async () => {
    const room = JSON.stringify((await sees(coordinator, id)).items);
    const receiver = await sees("skp.sck", id);
    for (const secret of [...Object.values(codes), ...Object.values(codes).map(showCode), ...estates])
      expect(room).not.toContain(secret);
    expect(cases(receiver).map(({ mine }) => mine)).toEqual([codes.late, null]);
    expect(cases(await sees("vicevaert.lundtoftegade", id)).map(({ mine }) => mine)).toEqual([null, codes.eviction]);
  });

  test("is hidden from those who are not called", async () => {
    for (const stranger of ["sundhed.fc", "leder.sck", "admin", "dpo", "forum", "leder.akb"])
      expect(refusal(await world.as(stranger, (tx, me) => readMeeting(tx, me, { id, lang: "da" })))).toBe("not-found");
    expect((await meetings("sundhed.fc")).next).toEqual([]);
  });

  test("takes a point from everybody who is called, and no one else", async () => {
    const adds = (persona: string) =>
      world.as(persona, (tx, me) => addPoint(tx, me, { meeting: id, title: "Kontaktpersonordningen" }));
    expect((await adds("vicevaert.titanparken")).ok).toBe(true);
    expect(refusal(await adds("sundhed.fc"))).toBe("no-meeting");
    const view = await sees("skp.sck", id);
    expect(view.items.at(-1)).toMatchObject({ kind: "point", title: "Kontaktpersonordningen", mayRemove: false });
  });

  test("gives a point back to whoever brought it", async () => {
    const point = (await sees(coordinator, id)).items.find(({ kind }) => kind === "point")?.id ?? "";
    const removes = (persona: string) => world.as(persona, (tx, me) => removePoint(tx, me, { meeting: id, point }));
    expect(refusal(await removes("skp.sck"))).toBe("not-yours");
    expect((await removes("vicevaert.titanparken")).ok).toBe(true);
    valueOf(await world.as("skp.sck", (tx, me) => addPoint(tx, me, { meeting: id, title: "Ny brochure" })));
  });

  test("is ordered by the convener, and keeps that order when it is built anew", async () => {
    const moves = async (persona: string, to: "up" | "down") => {
      const item = cases(await sees(coordinator, id))[0]?.id ?? "";
      return world.as(persona, (tx, me) => moveItem(tx, me, { meeting: id, item, to }));
    };
    expect(refusal(await moves("skp.sck", "down"))).toBe("not-yours");
    valueOf(await moves(coordinator, "down"));
    const order = async () => cases(await sees(coordinator, id)).map(({ service }) => service);
    expect(await order()).toEqual(["Udsættelse truer", "Støttekontaktperson"]);
    valueOf(await world.as(coordinator, (tx, me) => buildAgenda(tx, me, id)));
    expect(await order()).toEqual(["Udsættelse truer", "Støttekontaktperson"]);
  });

  test("built again says that nothing changed, and takes up what came since", async () => {
    const builds = async () => valueOf(await world.as(coordinator, (tx, me) => buildAgenda(tx, me, id))).changed;
    expect(await builds()).toBe(false);
    const asked = await world.logs("raadgiver.mimersgade", { service: "SKP" });
    await world.does("raadgiver.mimersgade", "agenda", asked);
    expect(await builds()).toBe(true);
    expect(cases(await sees(coordinator, id))).toHaveLength(3);
    await world.does("raadgiver.mimersgade", "withdraw", asked, { reason: "FORTRUDT" });
    await world.does("raadgiver.mimersgade", "close", asked, { outcome: "RAAD" });
    expect(await builds()).toBe(true);
    expect(cases(await sees(coordinator, id))).toHaveLength(2);
  });
});

describe("holding it", () => {
  let id = "";
  beforeAll(async () => {
    id = (await meetings(coordinator)).next[0]?.id ?? "";
  });

  test("begins with the convener", async () => {
    expect(refusal(await world.as("skp.sck", (tx, me) => start(tx, me, id)))).toBe("not-yours");
    const item = cases(await sees(coordinator, id))[0]?.id ?? "";
    expect(refusal(await decides(coordinator, id, { item, decision: "no_change" }))).toBe("meeting-over");
    valueOf(await world.as(coordinator, (tx, me) => start(tx, me, id)));
    expect((await sees(coordinator, id)).state).toBe("held");
  });

  test("notes who came, at once for all and one by one", async () => {
    const post = (await sees(coordinator, id)).posts[1]?.id ?? "";
    valueOf(await world.as(coordinator, (tx, me) => attend(tx, me, { meeting: id, post, attendance: "apologies" })));
    valueOf(await world.as(coordinator, (tx, me) => attend(tx, me, { meeting: id, attendance: "present" })));
    const view = await sees(coordinator, id);
    expect(new Set(view.posts.map(({ attendance }) => attendance))).toEqual(new Set(["apologies", "present"]));
    expect(view.posts.filter(({ attendance }) => attendance === "apologies")).toHaveLength(1);
    expect(refusal(await world.as("skp.sck", (tx, me) => attend(tx, me, { meeting: id, attendance: "absent" })))).toBe(
      "not-yours",
    );
  });

  test("decides what, who and by when, and only the convener does", async () => {
    const [first] = cases(await sees(coordinator, id));
    const item = first?.id ?? "";
    const owner = first?.owners[1]?.key ?? "";
    expect(refusal(await decides("skp.sck", id, { item, owner, due: "one_week" }))).toBe("not-yours");
    expect(refusal(await decides(coordinator, id, { item, due: "one_week" }))).toBe("choose");
    expect(refusal(await decides(coordinator, id, { item, owner, due: addDays(today, -1) }))).toBe("date-to-come");
    expect(refusal(await decides(coordinator, id, { item, decision: "lift" }))).toBe("unknown-choice");
    expect(
      refusal(
        await decides(coordinator, id, {
          item,
          owner: await world.post("administrator"),
          due: "one_week",
        }),
      ),
    ).toBe("not-invitable");
    expect((await decides(coordinator, id, { item, owner, due: "one_week" })).ok).toBe(true);
    expect((await decides(coordinator, id, { item, owner, due: "two_weeks", decision: "answer" })).ok).toBe(true);
    const [decided] = cases(await sees("skp.sck", id));
    expect(decided?.decision).toMatchObject({ code: "answer", owner: first?.owners[1]?.label });
    expect(decided?.outcome).toBe("decided");
  });

  test("gives an action to the helhedsplan without naming it to the others", async () => {
    const item = cases(await sees(coordinator, id))[1]?.id ?? "";
    valueOf(await decides(coordinator, id, { item, owner: "helhedsplan", due: "next_meeting" }));
    expect(cases(await sees("skp.sck", id))[1]?.decision?.owner).toBeNull();
  });

  test("leaves the rest as it was in one go", async () => {
    const point = (await sees(coordinator, id)).items.find(({ kind }) => kind === "point");
    expect(valueOf(await world.as(coordinator, (tx, me) => decideRest(tx, me, id))).cases).toBe(0);
    expect(point?.outcome).toBeNull();
  });
});

describe("once it is closed", () => {
  let id = "";
  let item = "";
  let closedBy: unknown[] = [];
  beforeAll(async () => {
    id = (await meetings(coordinator)).next[0]?.id ?? "";
    item = cases(await sees(coordinator, id))[0]?.id ?? "";
    closedBy = [refusal(await closes("skp.sck", id)), (await closes(coordinator, id)).ok];
  });

  test("only the coordinator could close it", () => {
    expect(closedBy).toEqual(["not-yours", true]);
  });

  test("it does not change, whoever tries and however", async () => {
    expect(refusal(await decides(coordinator, id, { item, decision: "no_change" }))).toBe("meeting-over");
    expect(refusal(await closes(coordinator, id))).toBe("meeting-over");
    expect(refusal(await world.as("skp.sck", (tx, me) => addPoint(tx, me, { meeting: id, title: "For sent" })))).toBe(
      "meeting-over",
    );
    const around = [
      "update meeting_item set outcome = null",
      "delete from decision",
      "update meeting_post set attendance = 'absent'",
      "update meeting set on_day = on_day + 1",
      "update decision set due_on = due_on + 1",
    ];
    for (const statement of around) {
      const where = statement.includes("update meeting set") ? "id" : "meeting_id";
      await expect(
        world.asks(coordinator, (tx) => tx.sql.unsafe(`${statement} where ${where} = '${id}'`)),
        statement,
      ).rejects.toMatchObject({ code: "BB005" });
    }
    await expect(
      world.asks(coordinator, (tx) => tx.sql.unsafe(`update minutes set content = '{}' where meeting_id = '${id}'`)),
    ).rejects.toMatchObject({ code: "42501" });
  });

  test("its minutes say who was there, what was decided, by whom and by when", async () => {
    const minutes = await world.asks("vicevaert.titanparken", async (tx) => valueOf(await readMinutes(tx, id)));
    expect(minutes).toMatchObject({ number: 1, quiet: 1, onDay: today, next: { onDay: addDays(today, 56) } });
    expect(minutes.attendance.length).toBeGreaterThan(5);
    expect(minutes.items[0]?.decided).toMatchObject({ what: said("answer"), dueOn: expect.any(String) });
    expect(minutes.items[2]).toMatchObject({ about: { title: "Ny brochure" }, outcome: null, decided: null });
  });

  test("its minutes hold no code, and no estate in what they say of a case (C07)", async () => {
    const minutes = await world.asks(coordinator, async (tx) => valueOf(await readMinutes(tx, id)));
    const [whole, said] = [JSON.stringify(minutes), JSON.stringify([minutes.items, minutes.carried])];
    for (const code of Object.values(codes)) {
      expect(whole).not.toContain(code);
      expect(whole).not.toContain(showCode(code));
    }
    for (const estate of estates) expect(said).not.toContain(estate);
  });

  test("its minutes are hidden from who was not called", async () => {
    for (const stranger of ["sundhed.fc", "leder.sck", "admin", "forum"])
      expect(refusal(await world.as(stranger, (tx) => readMinutes(tx, id)))).toBe("not-found");
  });

  test("the next one is called, and what was decided stands first there", async () => {
    const { next, actions } = await meetings(coordinator);
    expect(next).toHaveLength(1);
    expect(next[0]).toMatchObject({ number: 2, state: "called", onDay: addDays(today, 56) });
    expect(actions.map(({ code, about, meeting }) => [code, about, meeting])).toEqual([
      ["answer", { number: 1, service: "Udsættelse truer" }, 1],
      ["follow_up", { number: 2, service: "Støttekontaktperson" }, 1],
    ]);
    const view = await sees(coordinator, next[0]?.id ?? "");
    expect(view.actions).toHaveLength(2);
    expect(view.choices.inTurn).toBe(view.choices.places[1]?.id);
    expect(cases(view)[0]?.last).toMatchObject({ meeting: 1, done: false });
    expect(cases(view)[0]?.reasons).toContain("discussed_before");
  });

  test("an action is done when its owner or the coordinator says so", async () => {
    const [first, second] = (await meetings(coordinator)).actions;
    const marks = (persona: string, action = "") =>
      world.as(persona, (tx, me) => markDone(tx, me, { action, done: true }));
    expect(refusal(await marks("vicevaert.lundtoftegade", second?.id))).toBe("not-yours");
    expect(refusal(await marks("sundhed.fc", first?.id))).toBe("no-action");
    const own = (await meetings("vicevaert.titanparken")).actions.find(({ mine }) => mine);
    expect(own).toMatchObject({ id: second?.id, owner: expect.stringContaining("Titanparken") });
    valueOf(await marks("vicevaert.titanparken", second?.id));
    valueOf(await marks(coordinator, first?.id));
    expect((await meetings(coordinator)).actions).toEqual([]);
  });

  test("a case is lifted at the third meeting, by the convener until the next", async () => {
    const second = await held();
    valueOf(await world.as(coordinator, (tx, me) => decideRest(tx, me, second)));
    valueOf(await closes(coordinator, second));
    const third = await held();
    const [first] = cases(await sees(coordinator, third));
    expect(first?.decisions).toContain("lift");
    valueOf(await decides(coordinator, third, { item: first?.id ?? "", decision: "lift" }));
    const [lifted] = cases(await sees(coordinator, third));
    expect(lifted).toMatchObject({
      outcome: "lift",
      decision: { code: "lift", owner: expect.stringContaining("SCK") },
    });
  });
});
