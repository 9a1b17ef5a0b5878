import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ActForm } from "#components/form/use-act-form.ts";
import { ConsentQuestions, type ConsentWords } from "#components/referral-form/consent-questions.tsx";
import type { Values } from "#components/referral-form/values.ts";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import type { FormQuestion } from "#lib/referral/new-referral.ts";
import messages from "#messages/da.json" with { type: "json" };

const t = messages.newReferral;
const words: ConsentWords = {
  ...t,
  contradicts: t.contradicts,
  contradictsChosen: messages.refusals["answers-contradict"],
  needsName: t.needsName,
  needsNameChosen: messages.refusals["contact-needs-name"],
};
const form = {
  choice: (name: string) => ({ id: `log-${name}`, name, error: undefined, input: {} }),
} as unknown as ActForm<Values>;
const questions = noerrebro.content.services.flatMap(({ code, key }) =>
  code === "SKP"
    ? key.map((each) => ({
        ...each,
        text: each.text.da,
        optional: false,
        choices: each.choices.map((choice) => ({ ...choice, text: choice.text.da })),
      }))
    : [],
) as FormQuestion[];

const shown = (answers: Record<string, string>, now: { name?: string; contact?: string } = {}) =>
  renderToStaticMarkup(
    <ConsentQuestions
      form={form}
      words={words}
      receiver="Støttekontaktperson"
      cannotAsk
      chosen={undefined}
      questions={questions}
      now={{ answers, ...now }}
    />,
  );
const tile = (html: string, value: string) =>
  html.split("<label").find((each) => each.includes(`value="${value}"`)) ?? "";
const isDisabled = (html: string, value: string) => tile(html, value).includes("disabled");

test("a yes is not offered of a resident who cannot be asked, and it is said why", () => {
  const html = shown({ VED: "KAN_IKKE_SPOERGES" });
  for (const yes of ["written", "oral"]) {
    expect(isDisabled(html, yes)).toBe(true);
    expect(tile(html, yes)).toContain("Passer ikke med “Kan ikke spørges”.");
  }
  for (const other of ["not_yet", "cannot_ask"]) expect(isDisabled(html, other)).toBe(false);
  expect(shown({ VED: "JA" })).not.toContain("disabled");
  expect(shown({})).not.toContain("disabled");
});

test("an answer that was given stays given, and both are pointed out", () => {
  const html = shown({ VED: "NEJ" }, { name: "oral" });
  expect(isDisabled(html, "oral")).toBe(false);
  expect(isDisabled(html, "written")).toBe(true);
  expect(html).toContain("“Ved beboeren, at du skriver?” er besvaret med “Nej”. Så har beboeren ikke sagt ja.");
  expect(html).toContain('class="field-error"');
});

test("direct contact is not offered where the name may not be known", () => {
  expect(isDisabled(shown({ VED: "JA" }, { name: "not_yet" }), "directly")).toBe(true);
  expect(isDisabled(shown({ VED: "JA" }, { name: "cannot_ask" }), "directly")).toBe(false);
  const chosen = shown({ VED: "JA" }, { name: "not_yet", contact: "directly" });
  expect(isDisabled(chosen, "directly")).toBe(false);
  expect(chosen).toContain(messages.refusals["contact-needs-name"]);
});
