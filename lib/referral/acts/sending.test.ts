import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { day } from "#lib/calendar/day.ts";
import { aReferral, type Given, samplePosts } from "../a-referral.ts";
import { ball } from "../case.ts";

const skp = (given: Partial<Given> = {}) => aReferral({ agreement: noerrebro.content, service: "SKP", ...given });
const eviction = (letter: string) =>
  aReferral({
    agreement: noerrebro.content,
    service: "UDSAETTELSE",
    matter: { answers: { AARSAG: "HUSLEJE", TRIN: "PAAKRAV", DATO: letter } },
  });
const written = { name: "written" };

describe("send", () => {
  test("gives the receiver the whole, a clock and a notice, and leaves it where it lies", () => {
    const logged = skp();
    const change = logged.tries("send", logged.holder, { to: "first", consent: written, agreed: true });
    expect(change).toMatchObject({ ok: true, value: { notices: [{ to: "first", kind: "sent" }] } });
    const sent = logged.sent("first");
    expect(sent.case.waiting).toMatchObject({ seq: 1, from: "origin", to: "first", state: "sent", discussion: false });
    expect(sent.case.waiting).toMatchObject({ deliveredOn: "2026-11-02", answerBy: "2026-11-04" });
    expect([sent.case.holder, ball(sent.case), sent.scope("first")]).toEqual(["origin", "first", "whole"]);
    expect([logged.case.nextStepBy, sent.case.nextStepBy]).toEqual(["2026-11-04", null]);
  });

  test("counts the norm from the next working day", () => {
    expect(skp({ today: day("2026-11-06") }).sent().case.waiting?.answerBy).toBe("2026-11-10");
    expect(skp({ today: day("2026-11-08") }).sent().case.waiting?.answerBy).toBe("2026-11-10");
    expect(skp({ today: day("2026-12-23") }).sent().case.waiting?.answerBy).toBe("2026-12-29");
  });

  test("stays where it lies when it is passed on, until the other accepts", () => {
    const passing = skp().sent("first").accepted().sent("second");
    expect([passing.case.holder, ball(passing.case)]).toEqual(["first", "second"]);
    expect([passing.case.current?.state, passing.case.waiting?.from]).toEqual(["accepted", "first"]);
  });

  test.each([
    ["already-there", "origin", samplePosts],
    ["not-a-receiver", "stranger", samplePosts],
    ["unknown-post", "nowhere", samplePosts],
    ["unknown-post", "first", { ...samplePosts, first: { ...samplePosts.first, open: false } }],
  ])("refuses with %s to send it to %s", (code, to, posts) => {
    const logged = skp({ posts });
    expect(logged.tries("send", logged.holder, { to, consent: written })).toEqual({ ok: false, code, field: "to" });
  });

  test("can always be given back to the origin, without consent and without being a discussion", () => {
    const back = skp().sent("first").accepted().sent("origin");
    expect(back.case.waiting).toMatchObject({ to: "origin", discussion: false });
    expect(back.accepted().case).toMatchObject({ holder: "origin", current: { to: "origin" }, waiting: null });
  });
});

describe("consent to the name", () => {
  test("is asked for each unit, and once", () => {
    const returned = skp().sent("first").returned();
    const again = (to: string) => returned.tries("send", returned.holder, { to });
    expect(again("first").ok).toBe(true);
    expect(again("second")).toEqual({ ok: false, code: "consent-needed", field: "consent.name" });
  });

  test("lasts thirty days when it was said, and to the end when it was written", () => {
    const oral = skp().sent("first", "oral").returned();
    const send = (days: number) => oral.later(days).tries("send", oral.holder, { to: "first" }).ok;
    expect([send(30), send(31)]).toEqual([true, false]);
    const inWriting = skp().sent("first").returned().later(300);
    expect(inWriting.tries("send", inWriting.holder, { to: "first" }).ok).toBe(true);
  });

  test("that is not there yet makes it a discussion, in which the receiver sees the situation", () => {
    const discussed = skp().discussed("first");
    expect([discussed.case.waiting?.discussion, discussed.scope("first")]).toEqual([true, "whole"]);
  });

  test("may be passed over only where the agreement allows it", () => {
    const cannotAsk = { to: "first", consent: { name: "cannot_ask" } };
    expect(skp().tries("send", skp().holder, cannotAsk)).toEqual({
      ok: false,
      code: "cannot-ask",
      field: "consent.name",
    });
    const services = noerrebro.content.services.map((each) => ({ ...each, cannotAskAllowed: each.code === "SKP" }));
    const logged = aReferral({ agreement: { ...noerrebro.content, services }, service: "SKP" });
    expect(logged.tries("send", logged.holder, cannotAsk)).toMatchObject({
      value: { handovers: [{ discussion: true }] },
    });
  });

  test("is taken back by a withdrawal, never by the way", () => {
    const returned = skp().sent("first").returned();
    expect(returned.tries("send", returned.holder, { to: "first", consent: { name: "not_yet" } })).toMatchObject({
      code: "withdraw-instead",
    });
  });

  test("shows the matter again to a holder in the unit that it is given for, when it is sent on in the unit", () => {
    const posts = { ...samplePosts, second: { ...samplePosts.second, unit: samplePosts.first.unit } };
    const taken = skp({ posts }).sent("first").accepted();
    const hidden = taken.does("consent", taken.actor("origin"), { withdrawn: true });
    const passedOn = (name: string) => hidden.does("send", hidden.holder, { to: "second", consent: { name } });
    expect(hidden.scope("first")).toBe("facts");
    expect([passedOn("written").scope("first"), passedOn("written").scope("second")]).toEqual(["whole", "whole"]);
    expect([passedOn("not_yet").scope("first"), passedOn("not_yet").scope("second")]).toEqual(["facts", "facts"]);
  });

  test("is answered together with whether they may tell how it goes", () => {
    const logged = skp();
    const sent = logged.does("send", logged.holder, { to: "first", consent: { ...written, feedback: "yes" } });
    expect([logged.case.feedback, sent.case.feedback]).toEqual([null, "yes"]);
    expect(sent.returned().sent("second").case.feedback).toBe("yes");
  });
});

describe("the answer to an eviction", () => {
  test.each([
    ["the next working day", "2026-11-02", "2026-11-03"],
    ["the last working day before the last day to pay", "2026-10-20", "2026-11-02"],
    ["today, when that has passed", "2026-09-01", "2026-11-02"],
  ])("is due %s", (_, letter, due) => {
    expect(eviction(letter).sent().case.waiting?.answerBy).toBe(due);
  });
});

describe("a proposed redirect", () => {
  const proposed = () => skp().sent("first").redirected("second");

  test("is nothing to its receiver before the holder has said yes", () => {
    expect(proposed().case.waiting).toMatchObject({ state: "proposed", deliveredOn: null, answerBy: null });
    expect([ball(proposed().case), proposed().scope("second")]).toEqual(["origin", "none"]);
    expect(proposed().case.waiting?.questionBy).toBe("2026-11-04");
  });

  test("is sent with the consent that its unit needs, and its clock begins that day", () => {
    const confirmed = proposed().later(7).confirmed("oral");
    expect(confirmed.case.waiting).toMatchObject({ state: "sent", discussion: false, questionBy: null });
    expect(confirmed.case.waiting).toMatchObject({ deliveredOn: "2026-11-09", answerBy: "2026-11-11" });
    expect(confirmed.scope("second")).toBe("whole");
  });

  test("is answered before the last day to pay, where eviction threatens", () => {
    expect(eviction("2026-10-20").sent("first").redirected("second").confirmed().case.waiting?.answerBy).toBe(
      "2026-11-02",
    );
  });

  test("is sent as a discussion without it, and needs none where a yes was recorded meanwhile", () => {
    expect(proposed().confirmed("not_yet").case.waiting?.discussion).toBe(true);
    const recorded = proposed().does("consent", proposed().holder, { to: "second", name: "written" });
    expect(recorded.does("confirm", recorded.holder).case.waiting?.discussion).toBe(false);
    expect(proposed().tries("confirm", proposed().holder)).toMatchObject({ code: "consent-needed" });
  });

  test("cannot be sent to a post that has ended since", () => {
    const later = proposed().but({ posts: { ...samplePosts, second: { ...samplePosts.second, open: false } } });
    expect(later.tries("confirm", later.holder, { consent: written })).toMatchObject({ code: "unknown-post" });
    expect(later.dropped().case.waiting).toBeNull();
  });

  test("is dropped without a word to its receiver, and the holder's next step begins", () => {
    const change = proposed().tries("drop", proposed().holder);
    expect(change).toMatchObject({ ok: true, value: { notices: [], parties: [] } });
    expect(proposed().dropped().case).toMatchObject({ waiting: null, nextStepBy: "2026-11-04" });
  });
});

describe("withdraw", () => {
  test("leaves the receiver its own part, and tells it", () => {
    const sent = skp().sent("first").opened();
    expect(sent.tries("withdraw", sent.holder, { reason: "KLARET" })).toMatchObject({
      value: { notices: [{ to: "first", kind: "withdrawn" }], event: { reason: "KLARET" } },
    });
    const withdrawn = sent.withdrawn("KLARET");
    expect([withdrawn.scope("first"), withdrawn.scope("origin")]).toEqual(["part", "whole"]);
    expect(withdrawn.case.past[0]).toMatchObject({ state: "withdrawn", reason: "KLARET" });
    expect([withdrawn.case.nextStepBy, ball(withdrawn.case)]).toEqual(["2026-11-04", "origin"]);
  });

  test("tells the receiver nothing of what was only proposed", () => {
    const proposed = skp().sent("first").accepted().sent("second").redirected("third");
    expect(proposed.tries("withdraw", proposed.holder, { reason: "NY" })).toMatchObject({
      value: { notices: [{ to: "origin", kind: "withdrawn" }], parties: [] },
    });
  });

  test("refuses the system's own reason", () => {
    const sent = skp().sent("first");
    expect(sent.tries("withdraw", sent.holder, { reason: "SAMTYKKE" })).toEqual({
      ok: false,
      code: "unknown-choice",
      field: "reason",
    });
  });
});
