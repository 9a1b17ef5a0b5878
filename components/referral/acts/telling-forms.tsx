"use client";

import { useWatch } from "react-hook-form";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { ConsentFields } from "#components/referral/acts/consent-fields.tsx";
import { Meanwhile } from "#components/referral/acts/meanwhile.tsx";
import { OwnWords } from "#components/referral/acts/own-words.tsx";
import { type Answers, givenAnswers, QuestionFields } from "#components/referral/acts/question-fields.tsx";
import { useActOf } from "#components/referral/acts/use-act.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Offers } from "#lib/referral/referral-view.ts";
import { contacts } from "#lib/referral/words.ts";

type Offer<Act extends keyof Offers> = { offer: NonNullable<Offers[Act]> };

/** The step and the date of the new letter. Its date is always said anew. */
export function LetterForm({ offer: { questions, known } }: Offer<"letter">) {
  const { words } = useReferral();
  const t = words.acts.letter;
  const form = useActOf<Answers>("letter", { defaults: { answers: {} }, done: t.done });
  return (
    <ActForm form={form}>
      <QuestionFields form={form} questions={questions} known={known} />
      <Submit form={form}>{t.save}</Submit>
    </ActForm>
  );
}

export type Correction = Answers & { contact: string; note: string };

/** The whole situation once more, as it was filled in, to be put right. */
export function CorrectForm({ offer }: Offer<"correct">) {
  const { words } = useReferral();
  const { situations, questions, contact, nameless } = offer;
  const t = words.acts.correct;
  const given = situations.filter((each) => each.given).map(({ code }) => code);
  const form = useActOf<Correction>("correct", {
    defaults: { situations: given, answers: givenAnswers(questions), contact: contact ?? "", note: "" },
    done: t.done,
  });
  return (
    <ActForm form={form}>
      <Choice
        {...form.choice("situations")}
        kind="several"
        legend={words.referral.situations}
        layout="grid"
        chosen={given}
        options={situations.map(({ code, label }) => ({ value: code, label }))}
      />
      <QuestionFields form={form} questions={questions} />
      <Choice
        {...form.choice("contact")}
        kind="one"
        legend={words.referral.contact}
        chosen={contact ? [contact] : []}
        options={contacts.map((value) => {
          const barred = nameless && value === "directly" && value !== contact;
          return {
            value,
            label: words.referral.contacts[value],
            note: barred ? t.needsName : undefined,
            disabled: barred,
          };
        })}
      />
      <OwnWords form={form} name="note" label={t.note} />
      <Meanwhile form={form} now={offer} />
      <Submit form={form}>{t.save}</Submit>
    </ActForm>
  );
}

type ConsentAnswer = { to: string; name: string; feedback: string };

/** What the resident says now: a new answer for one unit, or the yes is withdrawn from all. */
export function ConsentForm({ offer: { units, withdrawable, feedback } }: Offer<"consent">) {
  const { words } = useReferral();
  const t = words.acts.consent;
  const [only] = units.length === 1 ? units : [];
  const form = useActOf<ConsentAnswer>("consent", { defaults: {}, fixed: only ? { to: only.to } : {}, done: t.done });
  const chosen = useWatch({ control: form.rhf.control, name: "to" });
  const unit = only ?? units.find(({ to }) => to === chosen);
  return (
    <>
      {units.length > 0 && (
        <ActForm form={form}>
          {!only && (
            <Choice
              {...form.choice("to")}
              kind="one"
              legend={t.unit}
              options={units.map(({ to, label }) => ({ value: to, label }))}
            />
          )}
          {unit && <ConsentFields form={form} post={unit.label} feedback={feedback} at="" />}
          <Submit form={form}>{t.save}</Submit>
        </ActForm>
      )}
      {withdrawable && (
        <Disclosure label={t.withdraw} open={units.length === 0}>
          <WithdrawConsent />
        </Disclosure>
      )}
    </>
  );
}

function WithdrawConsent() {
  const { words } = useReferral();
  const t = words.acts.consent;
  const form = useActOf<Record<string, never>>("consent", {
    name: "consent-withdraw",
    defaults: {},
    fixed: { withdrawn: "true" },
    done: t.withdrawn,
  });
  return (
    <ActForm form={form}>
      <p>{t.withdrawHint}</p>
      <Submit form={form} kind="danger">
        {t.withdraw}
      </Submit>
    </ActForm>
  );
}
