import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "#lib/calendar/day.ts";
import type { ReferralView } from "#lib/referral/referral-view.ts";
import { situations } from "../testing/situations.ts";
import { openWorld, valueOf, type World } from "../testing/world.ts";
import { readReferral } from "./read-referral.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const reader = { locale: "da", aPlan: "en helhedsplan" } as const;
const look = (persona: string, code: string) => world.as(persona, (tx, me) => readReferral(tx, me, { code, reader }));
const seen = async (persona: string, code: string): Promise<ReferralView> => valueOf(await look(persona, code));
const told = (view: ReferralView) => view.events.map(({ say }) => say);

const [vicevaert, boligraadgiver, sagsbehandler] = ["vicevaert.titanparken", "boligraadgiver.sck", "sagsbehandler.sck"];
const eviction = { service: "UDSAETTELSE" };

describe("who finds a referral at all", () => {
  const rightful = [vicevaert, boligraadgiver, "boligraadgiver2.sck", sagsbehandler, "leder.sck"];
  const strangers = ["vicevaert.lundtoftegade", "skp.sck", "leder.akb", "brobygger.suf", "forum", "admin", "dpo"];

  test.each(rightful)("%s does", async (persona) => {
    const code = await situations.sent(world);
    expect(await look(persona, code)).toMatchObject({ ok: true });
  });

  test.each(strangers)("%s is told what is told of a code that never was", async (persona) => {
    const code = await situations.sent(world);
    const never = await look(persona, "2A2A2A2A");
    expect(await look(persona, code)).toEqual(never);
    expect(never).toMatchObject({ ok: false, code: "not-found" });
  });

  test("a code is read as it is typed, and nothing else is one", async () => {
    const code = await situations.sent(world);
    const typed = `${code.slice(0, 4).toLowerCase()} - ${code.slice(4)}`;
    expect(await seen(vicevaert, typed)).toMatchObject({ code: `${code.slice(0, 4)}-${code.slice(4)}` });
    expect(await look(vicevaert, `${code}'`)).toMatchObject({ code: "not-found" });
  });
});

describe("how much of it each sees", () => {
  test("a party sees the whole, and what it may do", async () => {
    const code = await situations.sent(world);
    const view = await seen(boligraadgiver, code);
    expect(view).toMatchObject({
      sees: "whole",
      waitsFor: { mine: true, wait: "answer" },
      matter: { letterOn: expect.any(String) },
    });
    expect(Object.keys(view.offers)).toEqual(
      expect.arrayContaining(["open", "accept", "return", "redirect", "ask", "agenda", "assign", "identity", "call"]),
    );
  });

  test("the coordinator sees where it is, and neither estate, letter, note nor history (C16)", async () => {
    const code = await world.logs(vicevaert, { ...eviction, note: "Beboeren åbner ikke breve" as never });
    const view = await seen(sagsbehandler, code);
    expect(view).toMatchObject({
      sees: "overview",
      matter: null,
      events: [],
      consents: [],
      offers: {},
      deliveredOn: null,
    });
    expect(view.holder?.label).toBe("en helhedsplan");
    expect(JSON.stringify(view)).not.toMatch(/Titanparken|breve/);
  });

  test("a leader sees the facts of the unit's posts, and no estate", async () => {
    const view = await seen("leder.sck", await situations.taken(world));
    expect(view).toMatchObject({ sees: "unit", holder: { label: "Boligrådgiver, SCK" }, matter: null, offers: {} });
    expect(JSON.stringify(view)).not.toMatch(/Titanparken/);
  });

  test("whoever sent it back sees its own part, and not where it went", async () => {
    const view = await seen(boligraadgiver, await situations.returned(world));
    expect(view).toMatchObject({
      sees: "part",
      status: null,
      holder: null,
      stations: [],
      matter: null,
      offers: {},
      basis: "",
    });
    expect(told(view)).toContain("return");
  });

  test("a proposed receiver sees nothing before the sender has said yes (C15)", async () => {
    const code = await situations.proposed(world);
    expect(await look("brobygger.suf", code)).toMatchObject({ code: "not-found" });
    await world.does(vicevaert, "confirm", code, { consent: { name: "written", feedback: "yes" } });
    expect(await seen("brobygger.suf", code)).toMatchObject({ sees: "whole" });
  });

  test("the matter is hidden from whoever has it when consent is withdrawn, and the origin still reads it", async () => {
    const code = await situations.taken(world);
    await world.does(vicevaert, "consent", code, { withdrawn: true });
    expect(await seen(boligraadgiver, code)).toMatchObject({ sees: "facts", matter: null, offers: { complete: {} } });
    const origin = await seen(vicevaert, code);
    expect(origin.matter).not.toBeNull();
    expect(told(origin)[0]).toBe("consent_withdrawn");
  });
});

describe("closing the loop", () => {
  const outcome = "Afværget";
  const ended = async (feedback: "yes" | "no") => {
    const code = await world.logs(vicevaert, { ...eviction, consent: { name: "written", feedback } });
    await world.does(boligraadgiver, "accept", code);
    await world.does(boligraadgiver, "progress", code, { what: "KONTAKT" });
    await world.does(boligraadgiver, "hold", code, {
      until: addDays(world.today(), 10),
      reason: "AFGOERELSE",
    });
    return code;
  };

  test("with consent to feedback the origin reads how it goes and how it went", async () => {
    const code = await ended("yes");
    expect(await seen(vicevaert, code)).toMatchObject({ mark: { state: "on_hold" } });
    await world.does(boligraadgiver, "complete", code, { outcome: "AFVAERGET", means: ["AFDRAG"] });
    const view = await seen(vicevaert, code);
    expect(view.outcome).toEqual({ outcome, means: ["Afdragsaftale"] });
    expect(told(view)).toEqual(expect.arrayContaining(["progress", "hold", "complete_outcome"]));
  });

  test("without it the origin reads Overtaget, then Afsluttet, and nothing else (C01)", async () => {
    const code = await ended("no");
    const taken = await seen(vicevaert, code);
    expect(taken).toMatchObject({ mark: { state: "taken", hold: null }, clocks: [], outcome: null });
    await world.does(boligraadgiver, "complete", code, { outcome: "AFVAERGET", means: [] });
    const closed = await seen(vicevaert, code);
    expect(closed).toMatchObject({ mark: { state: "closed" }, outcome: null });
    expect(told(closed)).not.toEqual(expect.arrayContaining(["progress"]));
    expect(told(closed)).toEqual(["complete", "accept", "send", "log"]);
    expect(JSON.stringify([taken, closed])).not.toMatch(/Afværget|Første kontakt|afgørelse/i);
    expect(taken.stations.at(-1)?.note).toBe("accepted");
  });
});

describe("one timeline", () => {
  test("tells one's own acts by day and person, everybody else's by week", async () => {
    const code = await situations.taken(world);
    const [accepted, sent] = (await seen(boligraadgiver, code)).events;
    expect(accepted).toMatchObject({
      say: "accept",
      own: true,
      when: { day: expect.any(String) },
      person: "Mehmet Nøglebjerg",
    });
    expect(sent).toMatchObject({ say: "send", own: false, when: { week: expect.any(Number) }, person: null });
    expect(JSON.stringify(sent)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  test("holds no time of day anywhere", async () => {
    const view = await seen(vicevaert, await situations.taken(world));
    const { calling, ...rest } = view;
    expect(calling?.hours).not.toBeNull();
    expect(JSON.stringify(rest)).not.toMatch(/\d\d[:.]\d\d/);
  });

  test("says a question and its answer in the words of the agreement", async () => {
    const code = await situations.asked(world);
    await world.does(vicevaert, "answer", code, { choice: "I_MORGEN" });
    const [answer, question] = (await seen(boligraadgiver, code)).events;
    expect(question).toMatchObject({ say: "ask", values: { question: "Hvornår kan vi ringe?" } });
    expect(answer).toMatchObject({ say: "answer", values: { answer: "I morgen" } });
  });
});

describe("clocks", () => {
  test("a question stops the receiver's and starts the sender's", async () => {
    const code = await world.logs(vicevaert, { service: "SKP" });
    await world.does("skp.sck", "ask", code, { question: "TID" });
    const { clocks } = await seen(vicevaert, code);
    expect(clocks).toMatchObject([
      { whose: "sender", wait: "question", stopped: null },
      { whose: "receiver", wait: "answer", due: null, stopped: 2 },
    ]);
  });

  test("the sender of an eviction that nobody answers is told to call", async () => {
    const code = await world.logs(vicevaert, eviction, { ago: 7 });
    expect(await seen(vicevaert, code)).toMatchObject({
      callInstead: { phone: "20 00 00 21" },
      mark: { state: "late" },
    });
    expect((await seen(boligraadgiver, code)).callInstead).toBeNull();
  });
});

describe("after Overtag", () => {
  test("both sides are told whom to call, and what they may say", async () => {
    const code = await situations.taken(world);
    const [taker, origin] = [await seen(boligraadgiver, code), await seen(vicevaert, code)];
    const halves = [code.slice(0, 4), code.slice(4)];
    expect(taker.calling).toMatchObject({
      i: "taker",
      phone: "20 00 00 04",
      halves,
      consent: { covers: true, unit: "SCK" },
    });
    expect(origin.calling).toMatchObject({ i: "origin", phone: "20 00 00 21", acceptedOn: null });
    expect(taker.offers.call?.kinds).toEqual(["no_answer", "propose_time"]);
    expect(origin.offers.call?.kinds).toEqual(["here_now", "propose_time"]);
  });

  test("it is over once they have talked", async () => {
    const code = await situations.taken(world);
    const { today } = await seen(boligraadgiver, code);
    await world.does(vicevaert, "identity", code, { on: today });
    expect((await seen(boligraadgiver, code)).calling).toBeNull();
  });

  test("without a yes the name is not to be said, and saying that it was is not offered", async () => {
    const contact = "together" as const;
    const code = await world.logs(vicevaert, {
      service: "SKP",
      contact,
      consent: { name: "not_yet", feedback: "yes" },
    });
    await world.does("skp.sck", "accept", code);
    const { calling, offers } = await seen("skp.sck", code);
    expect(calling?.consent?.covers).toBe(false);
    expect(offers.identity).toBeUndefined();
  });

  test("the resident who is here now is here for two hours", async () => {
    const code = await situations.taken(world);
    await world.does(vicevaert, "call", code, { what: "here_now" });
    expect((await seen(boligraadgiver, code)).calling?.hereNow).toBe(true);
  });
});

describe("what is offered", () => {
  test("a deputy acts for the post while its holder is away", async () => {
    const code = await world.logs(vicevaert, { service: "MENTOR1825" });
    expect(await seen("skp.sck", code)).toMatchObject({ me: "Social mentor, SCK", offers: { accept: {} } });
  });

  test("each receiver says whether the consent covers it", async () => {
    const code = await world.logs(vicevaert, { service: "BOLIGYDELSE" });
    const { redirect } = (await seen(sagsbehandler, code)).offers;
    expect(redirect?.receivers.map(({ label, covered }) => [label, covered])).toEqual([
      ["Boligrådgiver, SCK", true],
      ["Brobygningskonsulent, Lokalområdekontoret", false],
    ]);
  });

  test("a discussion that may not be taken over is advised", async () => {
    const code = await world.logs(vicevaert, { ...eviction, consent: { name: "not_yet", feedback: "no" } });
    const { offers } = await seen(boligraadgiver, code);
    expect(offers.advise).toBe(true);
    expect(offers.accept).toBeUndefined();
    expect(offers.identity).toBeUndefined();
  });

  test("a reason that needs something said first is not there before it", async () => {
    const code = await situations.sent(world);
    const reasons = async () => (await seen(boligraadgiver, code)).offers.return?.reasons.map((each) => each.code);
    expect(await reasons()).toEqual(["SAMTYKKE", "VEJLEDT"]);
    await world.does(boligraadgiver, "ask", code, { question: "RING" });
    await world.does(vicevaert, "answer", code, { choice: "I_DAG" });
    expect(await reasons()).toContain("UBESVARET");
  });

  test("what is no longer there is not given back to its own origin", async () => {
    const code = await situations.taken(world);
    const { offers } = await seen(boligraadgiver, code);
    expect(offers.give_back?.label).toBe("Projektleder/social vicevært, Titanparken");
    expect(offers.send?.receivers.map(({ label }) => label)).toEqual(["Specialiseret sagsbehandler, SCK"]);
    expect((await seen(vicevaert, code)).offers.send).toBeUndefined();
  });
});

test("only the origin sees which referrals are of the same resident", async () => {
  const first = await situations.sent(world);
  const second = await world.logs(vicevaert, { service: "SKP", sameAs: first });
  const shown = `${second.slice(0, 4)}-${second.slice(4)}`;
  expect((await seen(vicevaert, first)).sameResident).toEqual([shown]);
  expect((await seen(boligraadgiver, first)).sameResident).toBeNull();
});

test("whoever would write over a letter that was not seen is told who was first", async () => {
  const code = await situations.taken(world);
  const { basis, today } = await seen(boligraadgiver, code);
  const answers = { AARSAG: "HUSLEJE", TRIN: "FOGED", DATO: today };
  const written = { situations: ["AFDRAG"], answers, contact: "together" };
  await world.does(vicevaert, "letter", code, { answers });
  const tries = (seenAs: string) =>
    world.tries(boligraadgiver, "correct", code, written, { basis: JSON.parse(seenAs) });
  expect(await tries(basis)).toMatchObject({ code: "stale", details: { act: "letter", mine: false } });
  expect(await tries((await seen(boligraadgiver, code)).basis)).toMatchObject({ ok: true });
});
