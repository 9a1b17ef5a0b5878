import { describe, expect, test } from "vitest";
import type { ReferralWords } from "#components/referral/words.ts";
import { leftWords, markWords, say, whenWords } from "#components/referral/words.ts";
import { day } from "#lib/calendar/day.ts";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };
import { sentenceOf } from "./referral-timeline.tsx";

const words = da as unknown as ReferralWords;

describe("a post in a sentence", () => {
  test("stands between commas when it is said with its unit", () => {
    expect(say("{post}, overtog fra {from}", { post: "Mentor, SCK", from: "X, Y" })).toBe(
      "Mentor, SCK, overtog fra X, Y",
    );
  });

  test("takes none without a unit", () => {
    expect(say("{post}, sendte retur", { post: "en helhedsplan" })).toBe("en helhedsplan sendte retur");
  });

  test("and so in the question whether it may be given the name", () => {
    const post = "Mentor, SCK";
    expect(say(da.acts.consentFor, { post })).toBe("Har beboeren sagt ja til, at Mentor, SCK, får navnet?");
    expect(say(en.acts.consentFor, { post })).toBe("Has the resident agreed to Mentor, SCK, being given the name?");
  });
});

describe("the state in words", () => {
  test("says what is waited for, and until when", () => {
    const mark = { state: "on_hold", hold: { what: "En afgørelse", until: day("2026-11-26") } } as const;
    expect(markWords(mark, words, "da")).toBe("Afventer en afgørelse til tors.\u00a026.\u00a0nov.");
  });

  test.each([
    [{ say: "in", days: 1 }, "om 1 arbejdsdag"],
    [{ say: "in", days: 2 }, "om 2 arbejdsdage"],
    [{ say: "over", days: 1 }, "1 arbejdsdag over fristen"],
    [{ say: "today", days: 0 }, "i dag"],
  ] as const)("%o", (left, said) => {
    expect(leftWords(left, words.state)).toBe(said);
  });

  test("a week is a number, a day is a day", () => {
    expect(whenWords({ week: 48, iso: "2026-W48" }, words, "da")).toBe("uge 48");
  });
});

describe("every sentence of the timeline", () => {
  const values = {
    post: "Projektleder/social vicevært, Titanparken",
    to: "Brobygningskonsulent, Lokalområdekontoret",
    from: "Specialiseret sagsbehandler, SCK",
  };
  const sentences = Object.entries(da.timeline).filter(([, text]) => typeof text === "string");

  test.each(sentences)("%s has at most twelve words beside what the agreement says", (key) => {
    const sentence = sentenceOf({ say: key, values }, words.timeline).replace(/\{\w+\}/g, "");
    expect(sentence.split(/[\s/]+/).filter((word) => /\p{L}/u.test(word)).length).toBeLessThanOrEqual(12);
  });

  test("is there in English too", () => {
    expect(Object.keys(en.timeline)).toEqual(Object.keys(da.timeline));
  });
});
