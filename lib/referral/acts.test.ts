import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { type AReferral, aReferral, type Given } from "./a-referral.ts";
import { basisOf, isAct, offered, restsOn } from "./acts.ts";
import type { Actor } from "./rule.ts";

const of = (service: string, given: Partial<Given> = {}) =>
  aReferral({ agreement: noerrebro.content, service, ...given });
const skp = (given: Partial<Given> = {}) => of("SKP", given);
const offers = (referral: AReferral, actor: Actor) => offered(referral.scene(actor));

test("a letter says how far it has come, and nothing else anew, whatever is sent", () => {
  const eviction = of("UDSAETTELSE").sent();
  const letter = (answers: Record<string, string>) => {
    const told = eviction.tries("letter", eviction.holder, { answers: { DATO: "2026-01-05", ...answers } });
    return told.ok ? told.value.matter?.answers : told.code;
  };
  const { matter } = eviction.scene(eviction.holder);
  expect(letter({ AARSAG: "HUSORDEN", TRIN: "FOGED" })).toEqual({ ...matter?.answers, TRIN: "FOGED" });
  expect(letter({ AARSAG: "HUSORDEN", TRIN: "ADVARSEL" })).toBe("unknown-choice");
});

describe("a screen does not offer", () => {
  test("a letter where no clock follows letters", () => {
    const [ordinary, eviction] = [skp(), of("UDSAETTELSE")];
    expect(offers(eviction, eviction.holder)).toContain("letter");
    expect(offers(ordinary, ordinary.holder)).not.toContain("letter");
  });

  test("Overtag of a discussion that may not be taken over", () => {
    const accepts = (referral: AReferral) => offers(referral, referral.receiver).includes("accept");
    expect(accepts(skp({ contact: "together" }).discussed())).toBe(true);
    expect(accepts(skp({ contact: "through_me" }).discussed())).toBe(false);
    expect(accepts(of("BOLIGYDELSE").discussed())).toBe(false);
    expect(accepts(of("BOLIGYDELSE").sent())).toBe(true);
  });

  test("the agenda twice", () => {
    expect(offers(skp(), skp().holder)).toContain("agenda");
    expect(offers(skp().onAgenda(), skp().holder)).not.toContain("agenda");
  });

  test("reopening after ninety days", () => {
    const closed = skp()
      .closed()
      .but({ talk: { asked: null, answers: {}, text: false } });
    expect(offers(closed.later(90), closed.holder)).toEqual(["reopen"]);
    expect(offers(closed.later(91), closed.holder)).toEqual([]);
  });
});

describe("what an act rests on", () => {
  const sent = skp().sent();
  const seen = basisOf(sent.case);

  test("still stands when it was only opened meanwhile", () => {
    expect(restsOn(sent.opened().case, seen).ok).toBe(true);
  });

  test.each([
    ["asked", sent.asked()],
    ["taken over", sent.accepted()],
    ["returned", sent.returned()],
    ["withdrawn", sent.withdrawn()],
    ["sent to somebody else", sent.withdrawn().sent("first")],
    ["closed", sent.withdrawn().closed()],
    ["voided", sent.voided()],
  ])("no longer stands when it was %s", (_, meanwhile) => {
    expect(restsOn(meanwhile.case, seen)).toEqual({ ok: false, code: "stale" });
  });

  test("no longer stands when it was put on hold", () => {
    const accepted = sent.accepted();
    expect(restsOn(accepted.held().case, basisOf(accepted.case)).ok).toBe(false);
  });
});

test("an act is one by name: nothing inherited is", () => {
  expect(["send", "void", "toString", "constructor", "__proto__", "succeed", ""].filter(isAct)).toEqual([
    "send",
    "void",
  ]);
});
