import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { agreementContent } from "./agreement.ts";
import { checkAgreement, type KnownFunction } from "./check-agreement.ts";
import { codeFor } from "./codes.ts";
import { differences } from "./differences.ts";
import { setExceptions, setNorm, setRoute, showExceptions } from "./revise.ts";
import { type WordGroup, wordGroups, writeWords } from "./word-groups.ts";

const { content } = noerrebro;
const functions: KnownFunction[] = noerrebro.functions.map(({ code, duties }) => ({
  code,
  duties,
  staffed: noerrebro.posts.some((post) => post.function === code),
}));
const valueOf = <T>(result: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!result.ok) throw new Error(result.code);
  return result.value;
};
const groupOf = (address: string): WordGroup => {
  const found = wordGroups(content).find((group) => group.address === address);
  if (!found) throw new Error(`no group ${address}`);
  return found;
};
const skp = { from: ["SOCIAL_VICEVAERT"], to: { r0: { first: "BOLIGRAADGIVER", others: [] } }, also: [] };

describe("what an agreement says must be there", () => {
  test("the agreement of Nørrebro has no flaw", () => {
    expect(checkAgreement(content, functions)).toEqual([]);
  });

  test.each([
    ["a function that is not there", { ...skp, from: ["UNHEARD_OF"] }, "from", "unknown-function"],
    ["a sender that does not refer", { ...skp, from: ["OMRAADECHEF"] }, "from", "function-cannot-refer"],
    [
      "a receiver that does not receive",
      { ...skp, to: { r0: { first: "OMRAADECHEF", others: [] } } },
      "to.r0.first",
      "function-cannot-receive",
    ],
    ["another way to nobody", { ...skp, also: ["UNHEARD_OF"] }, "also", "unknown-function"],
  ])("%s is told at its field", (_, written, field, code) => {
    const revised = valueOf(setRoute(content, "SKP", written));
    expect(checkAgreement(revised, functions)).toMatchObject([{ part: "services.SKP", field, code }]);
  });

  test("a receiver that no unit has is told", () => {
    const vacant = functions.map((each) => (each.code === "BOLIGRAADGIVER" ? { ...each, staffed: false } : each));
    const told = checkAgreement(valueOf(setRoute(content, "SKP", skp)), vacant);
    expect(told.filter(({ part }) => part === "services.SKP")).toMatchObject([{ code: "function-without-post" }]);
  });

  test("a code that a service and all services share is told", () => {
    const copy = structuredClone(content);
    copy.services[0]?.returnReasons.push({ code: "KENDT", text: { da: "Kendt", en: "Known" } });
    expect(checkAgreement(copy, functions)).toMatchObject([
      { field: "returnReasons", code: "code-twice", about: "KENDT" },
    ]);
  });

  test("a rule that asks about an answer nobody can give is told", () => {
    const copy = structuredClone(content);
    const rule = copy.routes.find(({ service }) => service === "HJEMMEHJAELP")?.to.find(({ when }) => when);
    if (rule) rule.when = { question: "ALDER", oneOf: ["UNHEARD_OF"] };
    expect(checkAgreement(copy, functions)).toMatchObject([{ code: "condition-of-nothing" }]);
  });

  test("a meeting that nobody is there to call is told", () => {
    const copy = structuredClone(content);
    if (copy.meetings[0]) copy.meetings[0].convener = "UNHEARD_OF";
    expect(checkAgreement(copy, functions)).toMatchObject([{ field: "convener", code: "unknown-function" }]);
  });

  test("an area that something still belongs to is told", () => {
    const copy = structuredClone(content);
    if (copy.services[0]) copy.services[0].area = "GONE";
    expect(checkAgreement(copy, functions)).toMatchObject([{ part: "areas", code: "area-in-use" }]);
  });
});

describe("who refers and who receives", () => {
  test("changes as it was written, and nothing else does", () => {
    const revised = valueOf(setRoute(content, "SKP", { ...skp, also: ["BOLIGRAADGIVER", "SOCIAL_MENTOR"] }));
    expect(revised.routes.find(({ service }) => service === "SKP")).toEqual({
      service: "SKP",
      from: ["SOCIAL_VICEVAERT"],
      to: [{ functions: ["BOLIGRAADGIVER"] }],
      also: ["SOCIAL_MENTOR"],
      source: "proposal",
    });
    expect(differences(content, revised).every(({ where }) => JSON.stringify(where[0]) === '{"part":"routes"}')).toBe(
      true,
    );
  });

  test("tells no difference when the same functions are written in another order", () => {
    const [route] = content.routes;
    const to = Object.fromEntries(
      (route?.to ?? []).map(({ functions: [first = "", ...others] }, at) => [
        `r${at}`,
        { first, others: others.toReversed() },
      ]),
    );
    const written = { from: route?.from.toReversed() ?? [], to, also: route?.also.toReversed() ?? [] };
    expect(route?.from.length).toBeGreaterThan(1);
    expect(differences(content, valueOf(setRoute(content, route?.service ?? "", written)))).toEqual([]);
  });

  test("keeps the condition of every rule", () => {
    const route = content.routes.find(({ service }) => service === "HJEMMEHJAELP");
    const to = Object.fromEntries(
      (route?.to ?? []).map((_, at) => [`r${at}`, { first: "BOLIGRAADGIVER", others: [] }]),
    );
    const revised = valueOf(setRoute(content, "HJEMMEHJAELP", { from: route?.from ?? [], to, also: [] }));
    const after = revised.routes.find(({ service }) => service === "HJEMMEHJAELP");
    expect(after?.to.map(({ when }) => when)).toEqual(route?.to.map(({ when }) => when));
  });

  test("is never nobody", () => {
    expect(setRoute(content, "SKP", { ...skp, from: [] })).toMatchObject({ code: "choose", field: "from" });
    expect(setRoute(content, "SKP", { ...skp, to: {} })).toMatchObject({ code: "choose", field: "to.r0.first" });
    expect(setRoute(content, "UNHEARD_OF", skp)).toMatchObject({ code: "not-found" });
  });
});

test("a service's norm is its own, and what it leaves out is that of all", () => {
  const revised = valueOf(setNorm(content, "SKP", { answer: 3, contact: 6, question: undefined }));
  expect(revised.services.find(({ code }) => code === "SKP")?.norm).toEqual({
    answer: 3,
    contact: 6,
    source: "proposal",
  });
  expect(content.services.find(({ code }) => code === "SKP")?.norm.answer).toBe(2);
});

describe("days that are no working days", () => {
  test("are read as they are shown", () => {
    expect(differences(content, valueOf(setExceptions(content, showExceptions(content))))).toEqual([]);
    expect(valueOf(setExceptions(content, "29.2., 5. juni")).workingDays.exceptions).toEqual(["02-29", "06-05"]);
    for (const written of [
      "5,6, 24,12",
      "5,6; 24,12",
      "5.6.,24.12.",
      "5/6,24/12",
      "5. juni,den 24. december",
      "5–6\n24–12",
    ])
      expect(valueOf(setExceptions(content, written)).workingDays.exceptions).toEqual(["06-05", "12-24"]);
    expect(valueOf(setExceptions(content, " ")).workingDays.exceptions).toEqual([]);
  });

  test("are days", () => {
    expect(setExceptions(content, "31.2.")).toMatchObject({ code: "day-of-year", field: "exceptions" });
  });
});

describe("the agreement's own words", () => {
  test("every group that is written as it stands leaves the agreement as it was", () => {
    for (const group of wordGroups(content)) {
      const rows = Object.fromEntries(group.items.map(({ key, words }) => [key, words]));
      expect(differences(content, valueOf(writeWords(group, { rows })))).toEqual([]);
    }
  });

  test("every text of every group can be changed, and is then what was written", () => {
    const places = wordGroups(content).flatMap((group) => group.items.map(({ key }) => [group, key] as const));
    fc.assert(
      fc.property(fc.constantFrom(...places), ([group, key]) => {
        const revised = valueOf(writeWords(group, { rows: { [key]: { da: "Nyt", en: "New" } } }));
        expect(agreementContent.safeParse(revised).success).toBe(true);
        const again = wordGroups(revised).find(({ address }) => address === group.address);
        expect(again?.items.find((item) => item.key === key)?.words).toEqual({ da: "Nyt", en: "New" });
      }),
      { numRuns: 60 },
    );
  });

  test("an item comes into a list and goes out again", () => {
    const added = { da: "Et punkt mere", en: "" };
    const revised = valueOf(writeWords(groupOf("contract.aims.points"), { rows: {}, added }));
    expect(revised.contract.aims.points.at(-1)).toEqual(added);
    const group = wordGroups(revised).find(({ address }) => address === "contract.aims.points") as WordGroup;
    const out = writeWords(group, { rows: { [`i${group.items.length - 1}`]: { remove: true } } });
    expect(differences(content, valueOf(out))).toEqual([]);
  });

  test("a text needs Danish, a list one item and no stranger", () => {
    const frame = groupOf("contract.frame");
    expect(writeWords(frame, { rows: { i0: { da: " ", en: "Frame" } } })).toMatchObject({
      code: "words-needed",
      field: "rows.i0.da",
    });
    expect(writeWords(frame, { rows: { i0: { da: "Rammen", en: " " } } }).ok).toBe(true);
    expect(writeWords(frame, { rows: {}, added: { en: "New" } })).toMatchObject({ field: "added.da" });
    expect(writeWords(frame, { rows: { UNHEARD_OF: { da: "Nyt", en: "" } } })).toMatchObject({ code: "wrong-input" });
    const none = Object.fromEntries(frame.items.map(({ key }) => [key, { remove: true }]));
    expect(writeWords(frame, { rows: none })).toMatchObject({ code: "one-at-least", field: "added.da" });
  });

  test("what only is reworded cannot be taken out", () => {
    const revised = valueOf(writeWords(groupOf("contract"), { rows: { title: { da: "A", en: "B", remove: true } } }));
    expect(revised.contract.title).toEqual({ da: "A", en: "B" });
  });
});

test("a code is made of Danish words, and never taken twice", () => {
  expect(codeFor("Æbler, øl & ål!", [])).toBe("AEBLER_OEL_AAL");
  expect(codeFor("123", [])).toBe("VALG");
  expect(codeFor("Ny", ["NY", "NY_2"])).toBe("NY_3");
});
