import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { aReferral } from "../a-referral.ts";
import { dueOn } from "../clocks.ts";

const skp = () => aReferral({ agreement: noerrebro.content, service: "SKP" });
const accepted = () => skp().sent().accepted();

describe("assign", () => {
  test("names a person of the post, at the receiver before it has taken over", () => {
    const sent = skp().sent();
    const named = sent.does("assign", sent.receiver, { person: "first's colleague" });
    expect([named.case.waiting?.assigned, named.case.assigned]).toEqual(["first's colleague", null]);
  });

  test("answers no question by the way", () => {
    const asked = skp().sent().asked();
    for (const [act, input] of [
      ["assign", { person: "first's colleague" }],
      ["identity", { on: asked.today }],
      ["agenda", {}],
    ] as const)
      expect(asked.does(act, asked.receiver, input).case.waiting?.state).toBe("asked");
  });

  test("names the tovholder of the holder, whoever it is passed on to", () => {
    const passing = accepted().sent("second");
    const named = passing.does("assign", passing.holder, { person: "first's colleague" });
    expect([named.case.assigned, named.case.waiting?.assigned]).toEqual(["first's colleague", null]);
  });

  test("refuses a person of another post", () => {
    const taken = accepted();
    expect(taken.tries("assign", taken.holder, { person: "origin's person" })).toEqual({
      ok: false,
      code: "not-of-this-post",
      field: "person",
    });
  });
});

describe("identity exchanged", () => {
  test("is a date, told to the other side", () => {
    expect(accepted().tries("identity", accepted().holder, { on: "2026-11-02" })).toMatchObject({
      value: { handovers: [{ identityOn: "2026-11-02" }], notices: [{ to: "origin", kind: "identity" }] },
    });
  });

  test("is of what waits between holder and receiver, and of what was taken over for the origin", () => {
    const passing = accepted().sent("second");
    const of = (post: string) => passing.does("identity", passing.actor(post), { on: passing.today }).case;
    expect(of("first").waiting?.identityOn).toBe(passing.today);
    expect(of("second").waiting?.identityOn).toBe(passing.today);
    expect([of("origin").waiting?.identityOn, of("origin").current?.identityOn]).toEqual([null, passing.today]);
  });

  test("has happened by then", () => {
    expect(accepted().tries("identity", accepted().holder, { on: "2026-11-03" })).toMatchObject({ code: "date-past" });
  });

  test("is refused without a yes that counts today for that unit", () => {
    const oral = skp().sent("first", "oral").accepted();
    const at = (days: number) => oral.later(days).tries("identity", oral.holder, { on: oral.today });
    expect([at(30).ok, at(31)]).toEqual([true, { ok: false, code: "no-consent" }]);
    const discussed = skp().discussed();
    expect(discussed.tries("identity", discussed.receiver, { on: discussed.today })).toMatchObject({
      code: "no-consent",
    });
  });
});

describe("progress", () => {
  test("is a result, told to nobody, and the first of it stops the clock to the first contact", () => {
    const change = accepted().tries("progress", accepted().holder, { what: "KONTAKT" });
    expect(change).toMatchObject({ value: { results: [{ kind: "progress", code: "KONTAKT" }], notices: [] } });
    const late = accepted().later(9);
    expect(dueOn(late.case, late.today)).toBe("2026-11-09");
    const spoken = late.progressed();
    expect([spoken.case.current?.contactedOn, dueOn(spoken.case, spoken.today)]).toEqual(["2026-11-11", "2026-12-11"]);
    expect(spoken.later(3).progressed("SVAR").case.current?.contactedOn).toBe("2026-11-11");
  });

  test("takes what the agreement names", () => {
    expect(accepted().tries("progress", accepted().holder, { what: "FARVEL" })).toMatchObject({ field: "what" });
  });

  test("after a hold that has run out leaves no hold behind", () => {
    const after = accepted().held(7).later(8).progressed();
    expect(after.case.current).toMatchObject({ state: "accepted", holdUntil: null, holdFor: null });
  });
});

describe("hold", () => {
  test("lasts until its day, and reads as accepted the day after without anybody doing a thing", () => {
    const held = accepted().held(14, "AFGOERELSE");
    expect(held.case.current).toMatchObject({ state: "on_hold", holdUntil: "2026-11-16", holdFor: "AFGOERELSE" });
    expect(dueOn(held.case, held.today)).toBe("2026-11-16");
    expect(held.later(14).tries("resume", held.holder).ok).toBe(true);
    expect(held.later(15).tries("resume", held.holder)).toMatchObject({ code: "not-now" });
    expect(held.later(15).held(7).case.current?.holdUntil).toBe("2026-11-24");
    expect(held.resumed().case.current).toMatchObject({ state: "accepted", holdUntil: null, holdFor: null });
  });

  test.each([
    ["date-to-come", { until: "2026-11-02", reason: "BEBOER" }],
    ["date-too-far", { until: "2027-11-03", reason: "BEBOER" }],
    ["unknown-choice", { until: "2026-11-03", reason: "FERIE" }],
  ])("refuses with %s: %o", (code, input) => {
    expect(accepted().tries("hold", accepted().holder, input)).toMatchObject({ ok: false, code });
  });
});

describe("follow-up date and agenda", () => {
  test("a follow-up date lies ahead, within a year", () => {
    const on = (date: string) => accepted().tries("follow_up", accepted().holder, { on: date });
    expect([on("2026-11-02").ok, on("2026-11-03").ok, on("2027-11-02").ok, on("2027-11-03").ok]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    const spoken = accepted().progressed().does("follow_up", accepted().holder, { on: "2027-01-05" });
    expect(dueOn(spoken.case, spoken.today)).toBe("2027-01-05");
  });

  test("it is asked for once, and asking counts as opening", () => {
    const sent = skp().sent();
    const asked = sent.does("agenda", sent.receiver);
    expect([asked.case.onAgenda, asked.case.waiting?.state]).toEqual([true, "opened"]);
    expect(asked.tries("agenda", asked.holder)).toMatchObject({ code: "on-agenda" });
    expect(sent.onAgenda().case.waiting?.state).toBe("sent");
  });

  test("it is put off to the meeting, also again, and every clock goes on", () => {
    const quiet = accepted().progressed().later(10);
    const off = (until: string) => quiet.onAgenda().tries("agenda", quiet.holder, { until });
    expect([off("2026-11-12"), off("2026-11-13")]).toMatchObject([{ code: "date-to-come" }, { ok: true }]);
    const later = quiet.does("agenda", quiet.holder, { until: "2026-12-01" });
    expect(later.case.onAgenda).toBe(true);
    expect(dueOn(later.case, later.today)).toBe(dueOn(quiet.case, quiet.today));
  });
});
