import { expect, test } from "vitest";
import amager from "#agreements/amager.json" with { type: "json" };
import noerrebro from "#agreements/noerrebro.json" with { type: "json" };
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };

/** Every text of a file by its path, without what stands in its place on the screen. */
function textsOf(value: unknown, path = ""): [path: string, text: string][] {
  if (typeof value === "string") return [[path, value.replaceAll(/\{\w+\}/g, "")]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, path ? `${path}.${key}` : key));
}

/** The printed editions that an agreement on paper tells of: not a version in Brobyg. */
const onPaper = /(^|\.)editions$/;

/** What people stumbled on, and what is said instead. */
const danish: [instead: string, never: RegExp][] = [
  ["arbejdsdage", /\bhverdage\b/i],
  ["sat ud af boligen", /\b(?:er|blev|bliver|blive) udsat\b(?! for)/i],
  ["nåede frem", /kom til kommunen/i],
  ["send retur", /\bafslag\b|\bafvis(?:es|er)? henvisning/i],
  ["afløser", /stedfortræder|\bvikar\b/i],
  ["samarbejde", /partnerskab/i],
  ["version", /\budgave/i],
  ["andet trin", /faktor/i],
  ["i funktionen", /\b(?:på|i) posten\b/i],
  ["giv videre", /\boverlever videre\b/i],
  ["slet kladden", /\bsmid/i],
  ["start mødet", /mødet (?:begynder|er begyndt)|\bbegynd nu\b/i],
  ["“…”", /[»«]/],
  ["what is there, not what comes later", /senere udgave|\bher kommer\b(?! svarene)/i],
];
const english: [instead: string, never: RegExp][] = [
  ["email", /(?<![-e])\bmails?\b(?! server)|\be-mail\b/i],
  ["recipient", /\breceivers?\b/i],
  ["version", /\beditions?\b/i],
  ["verbally", /\borally\b/i],
  ["log in, log out", /\bsign(?:ed)? (?:in|out)\b/i],
  ["not working days", /\bno working days\b/i],
  ["sent back", /\breturned\b/i],
  ["second step", /\bsecond factor\b/i],
  ["what is there, not what comes later", /\bcomes? in a later\b/i],
];

test.each([
  ["da", da, danish],
  ["en", en, english],
] as const)("one thing is called by one word: %s", (_lang, words, rules) => {
  const texts = textsOf(words).filter(([path]) => !onPaper.test(path));
  expect(texts.length).toBeGreaterThan(2000);
  expect(
    texts.flatMap(([path, text]) =>
      rules.filter(([, never]) => never.test(text)).map(([instead]) => `${path}: ${instead}`),
    ),
  ).toEqual([]);
});

test("and in the agreements that come with it", () => {
  // An authority's own afslag is one; what a receiver sends back is none.
  const rules = danish.slice(0, 3);
  const texts = [noerrebro, amager].flatMap((agreement) => textsOf(agreement)).filter(([path]) => path.endsWith(".da"));
  expect(texts.length).toBeGreaterThan(400);
  expect(texts.filter(([, text]) => rules.some(([, never]) => never.test(text)))).toEqual([]);
});

test("what people stumbled on is said as they asked for it", () => {
  const said = new Map(textsOf(da));
  expect(said.get("state.late")).toBe("Over fristen");
  expect(said.get("refusals.name-needed")).toBe("Skriv et navn.");
  expect(said.get("refusals.mail-needed")).toBe("Skriv en mailadresse.");
  expect(said.get("guard.recogniseNo")).toBe("Jeg har tjekket: Ingen kan genkende beboeren");
  expect(said.get("newReferral.onTheSpotNote")).toBe("Bliver ikke sendt, men tæller med i tallene.");
  expect(said.get("newReferral.childText")).toBe("Send en underretning til kommunen. Brug ikke Brobyg.");
  expect(said.get("acts.class.partly")).toBe("fik delvis hjælp");
  expect(said.get("acts.class.unknown")).toBe("vides ikke");
  expect(said.get("referral.waits.quiet")).toBe("en opdatering");
  expect(said.get("referral.waits.hold")).toBe("pausen slutter");
  expect(said.get("referral.clock.quiet")).toBe("Opdatering senest");
  expect(da.referral.stopped).toBe("Sat på pause. {days} arbejdsdage tilbage");
  expect(said.get("referral.mine")).toBe("jeres");
  expect(said.get("referral.delivered")).toBe("Nåede frem");
  expect(said.get("find.near")).toBe("Koden findes ikke. Mente du en af disse?");
  expect(said.get("inbox.keys.choose")).toBe("Vælg eller fravælg henvisningen");
  expect(said.get("meeting.hold.keysOn")).toBe("Genveje er slået til");
  expect(said.get("meeting.came.rest")).toBe("Markér resten som til stede");
});
