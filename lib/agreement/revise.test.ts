import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { checkAgreement, type KnownFunction } from "./check-agreement.ts";
import { codeFor } from "./codes.ts";
import { differences } from "./differences.ts";
import { setExceptions, setNorm, setRoute, showExceptions } from "./revise.ts";

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

test("a code is made of Danish words, and never taken twice", () => {
  expect(codeFor("Æbler, øl & ål!", [])).toBe("AEBLER_OEL_AAL");
  expect(codeFor("123", [])).toBe("VALG");
  expect(codeFor("Ny", ["NY", "NY_2"])).toBe("NY_3");
});
