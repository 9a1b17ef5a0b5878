import { describe, expect, test } from "vitest";
import type { Offers, ReferralView } from "#lib/referral/referral-view.ts";
import { orderActs } from "./act-order.ts";

const calling = {} as ReferralView["calling"];
const order = (offers: Offers, called: ReferralView["calling"] = null) => orderActs({ offers, calling: called });
const reasons = { reasons: [] };
const send = { passOn: false, receivers: [], feedback: false };

describe("one main act, the usual ones beside it", () => {
  test("a receiver takes over first of all", () => {
    const offers: Offers = {
      open: true,
      agenda: true,
      ask: { questions: [] },
      return: { ...reasons, destinations: [] },
      accept: { discussion: false },
    };
    expect(order(offers)).toEqual({ primary: "accept", row: ["return", "ask"], more: ["agenda"] });
  });

  test("a question that waits comes before all else", () => {
    const answer = { question: null, text: null, choices: [], date: false };
    expect(order({ withdraw: reasons, answer })).toMatchObject({ primary: "answer", row: ["withdraw"] });
  });

  test("sending is the main act where it lies, and one of several where it is passed on", () => {
    const close = { outcomes: [] };
    expect(order({ send, close })).toEqual({ primary: "send", row: ["close"], more: [] });
    const complete = { outcomes: [], means: [] };
    expect(order({ send: { ...send, passOn: true }, complete })).toMatchObject({ primary: "complete", row: ["send"] });
  });

  test("after Overtag the telephone leads: its acts stand there, and nothing here is primary", () => {
    const offers: Offers = { complete: { outcomes: [], means: [] }, identity: true, call: { kinds: [] } };
    expect(order(offers, calling)).toEqual({ primary: null, row: ["complete"], more: [] });
    expect(order(offers).more).toEqual(["identity", "call"]);
  });

  test("where nothing is called for, the first of the rare ones stand open", () => {
    const offers: Offers = {
      correct: { situations: [], questions: [], contact: null, nameless: false },
      agenda: true,
      consent: { units: [], withdrawable: true, feedback: false },
      letter: { questions: [], known: {} },
    };
    expect(order(offers)).toEqual({ primary: null, row: ["letter", "consent", "correct"], more: ["agenda"] });
  });

  test("what is not offered has no place", () => {
    expect(order({ open: true })).toEqual({ primary: null, row: [], more: [] });
  });
});
