import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { agreementContent, question } from "#lib/agreement/agreement.ts";
import { serviceOf } from "#lib/agreement/service-of.ts";
import { aReferral, type Given } from "./a-referral.ts";
import { contradiction, ruledOut } from "./contradiction.ts";

const agreement = noerrebro.content;
const skp = serviceOf(agreement, "SKP");
const says = (service: string, answers: Record<string, string>, name: "written" | "oral" | "not_yet" | "cannot_ask") =>
  contradiction(serviceOf(agreement, service), { answers, name, contact: "together" });

describe("answers of one form that cannot both be true", () => {
  test.each([
    ["SKP", "KAN_IKKE_SPOERGES"],
    ["SKP", "NEJ"],
  ])("%s: whoever answers %s has heard no yes from the resident", (service, answer) => {
    for (const name of ["written", "oral"] as const)
      expect(says(service, { VED: answer }, name)).toMatchObject({ code: "answers-contradict", field: "consent.name" });
    for (const name of ["not_yet", "cannot_ask"] as const) expect(says(service, { VED: answer }, name)).toBeNull();
  });

  test("LOKAL: whoever has signed knows of it; by word of mouth there is no other answer than no", () => {
    expect(says("LOKAL", { VED: "NEJ" }, "written")).toMatchObject({ code: "answers-contradict" });
    for (const name of ["oral", "not_yet"] as const) expect(says("LOKAL", { VED: "NEJ" }, name)).toBeNull();
  });

  test("whoever knows of it may have said anything", () => {
    for (const name of ["written", "oral", "not_yet", "cannot_ask"] as const) {
      expect(says("SKP", { VED: "JA" }, name)).toBeNull();
      expect(says("LOKAL", { VED: "SKRIFTLIGT" }, name)).toBeNull();
    }
  });

  test("says which question and which answer it is", () => {
    expect(says("SKP", { VED: "KAN_IKKE_SPOERGES" }, "oral")).toMatchObject({
      details: { question: skp.key[0]?.text, answer: skp.key[0]?.choices[2]?.text },
    });
  });

  test("nobody contacts directly whose name they may not know; whom the leader may name, they may", () => {
    const direct = (name: "written" | "oral" | "not_yet" | "cannot_ask") =>
      contradiction(skp, { answers: { VED: "JA" }, name, contact: "directly" });
    expect(direct("not_yet")).toMatchObject({ code: "contact-needs-name", field: "contact" });
    for (const name of ["written", "oral", "cannot_ask"] as const) expect(direct(name)).toBeNull();
    expect(contradiction(skp, { answers: {}, name: "not_yet", contact: "through_me" })).toBeNull();
  });

  test("the form asks by consent which answer rules it out", () => {
    expect(ruledOut(skp.key, { VED: "NEJ" }, "oral")).toMatchObject({ choice: { code: "NEJ" } });
    expect(ruledOut(skp.key, {}, "oral")).toBeNull();
  });
});

describe("the agreement", () => {
  test("says it as data, and one without it is still an agreement", () => {
    expect(agreementContent.safeParse(agreement).success).toBe(true);
    const before = JSON.parse(
      JSON.stringify(agreement, (key, value: unknown) => (key === "rulesOut" ? undefined : value)),
    );
    expect(agreementContent.safeParse(before).success).toBe(true);
    expect(
      contradiction(serviceOf(before, "SKP"), { answers: { VED: "NEJ" }, name: "oral", contact: null }),
    ).toBeNull();
  });

  test("rules out by no answer that is kept in a column of its own", () => {
    const choices = [{ code: "A", text: { da: "A", en: "A" }, rulesOut: ["oral"] }];
    const asked = { code: "Q", text: { da: "Q", en: "Q" }, answer: "one", choices };
    expect(question.safeParse(asked).success).toBe(true);
    expect(question.safeParse({ ...asked, about: "age" }).success).toBe(false);
  });
});

describe("a correction", () => {
  const sent = (given: Partial<Given>, name: "oral" | "not_yet") =>
    aReferral({ agreement, service: "SKP", ...given }).sent("first", name);
  const anew = (answer: string) => ({ situations: ["SES_IKKE"], answers: { VED: answer }, contact: "together" });

  test("does not say that a resident who has said yes knows of nothing", () => {
    const asked = sent({}, "oral");
    for (const answer of ["NEJ", "KAN_IKKE_SPOERGES"])
      expect(asked.tries("correct", asked.holder, anew(answer))).toMatchObject({
        ok: false,
        code: "answers-contradict",
        field: "answers.VED",
      });
    expect(asked.tries("correct", asked.holder, anew("JA")).ok).toBe(true);
  });

  test("says what it likes without a yes, and after one that has run out or was taken back", () => {
    const unasked = sent({}, "not_yet");
    expect(unasked.tries("correct", unasked.holder, anew("NEJ")).ok).toBe(true);
    const over = sent({}, "oral").later(31);
    expect(over.tries("correct", over.holder, anew("NEJ")).ok).toBe(true);
    const gone = sent({}, "oral").consentWithdrawn();
    expect(gone.tries("correct", gone.holder, anew("NEJ")).ok).toBe(true);
  });

  test("lets nobody contact directly whose name they may not know, unless they do so already", () => {
    const contacts = (referral: ReturnType<typeof sent>, contact: string) =>
      referral.tries("correct", referral.holder, { ...anew("JA"), contact });
    const unasked = sent({}, "not_yet");
    expect(contacts(unasked, "directly")).toMatchObject({ ok: false, code: "contact-needs-name", field: "contact" });
    for (const contact of ["through_me", "together"]) expect(contacts(unasked, contact).ok).toBe(true);
    expect(contacts(sent({}, "oral"), "directly").ok).toBe(true);
    const already = sent({ matter: { contact: "directly" } }, "not_yet");
    expect(contacts(already, "directly").ok).toBe(true);
  });

  test("is not needed before a yes that comes later: what the resident says comes first", () => {
    const before = sent({ matter: { answers: { VED: "KAN_IKKE_SPOERGES" } } }, "not_yet");
    expect(before.tries("consent", before.holder, { name: "oral" }).ok).toBe(true);
  });
});
