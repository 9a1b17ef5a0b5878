"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { ConsentFields } from "#components/referral/acts/consent-fields.tsx";
import { SubmitChoices } from "#components/referral/acts/submit-choices.tsx";
import { useActOf } from "#components/referral/acts/use-act.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Offers, OutcomeOption } from "#lib/referral/referral-view.ts";

type Offer<Act extends keyof Offers> = { offer: NonNullable<Offers[Act]> };

/** How it went, one tap; what helped is said before it, where the service asks. */
export function CompleteForm({ offer: { outcomes, means } }: Offer<"complete">) {
  const { words } = useReferral();
  const t = words.acts.complete;
  const form = useActOf<{ means: string[]; outcome: string }>("complete", { defaults: { means: [] }, done: t.done });
  const tiles = useOutcomes();
  return (
    <ActForm form={form}>
      {means.length > 0 && (
        <Choice
          {...form.choice("means")}
          kind="several"
          legend={t.means}
          layout="grid"
          options={means.map(({ code, label }) => ({ value: code, label }))}
        />
      )}
      <h4 className="form-question">{t.outcome}</h4>
      <SubmitChoices form={form} name="outcome" choices={tiles(outcomes.filter(({ common }) => !common))} />
      <Disclosure label={t.common}>
        <SubmitChoices form={form} name="outcome" choices={tiles(outcomes.filter(({ common }) => common))} />
      </Disclosure>
    </ActForm>
  );
}

/** How it ended without being sent: what holds for every service first. */
export function CloseForm({ offer: { outcomes } }: Offer<"close">) {
  const { words } = useReferral();
  const t = words.acts.close;
  const form = useActOf<{ outcome: string }>("close", { defaults: {}, done: t.done });
  const tiles = useOutcomes();
  return (
    <ActForm form={form}>
      <SubmitChoices form={form} name="outcome" choices={tiles(outcomes.filter(({ common }) => common).toReversed())} />
      <Disclosure label={t.own}>
        <SubmitChoices form={form} name="outcome" choices={tiles(outcomes.filter(({ common }) => !common))} />
      </Disclosure>
    </ActForm>
  );
}

function useOutcomes() {
  const { words } = useReferral();
  return (outcomes: readonly OutcomeOption[]) =>
    outcomes.map(({ code, label, class: kind }) => ({ value: code, label, note: words.acts.class[kind] }));
}

/** Why, and what the resident says now: consent ended when it was closed. */
export function ReopenForm({ offer: { reasons, to } }: Offer<"reopen">) {
  const { words } = useReferral();
  const t = words.acts.reopen;
  const form = useActOf<{ reason: string; consent: { name: string; feedback: string } }>("reopen", {
    defaults: {},
    done: t.done,
  });
  return (
    <ActForm form={form}>
      <Choice
        {...form.choice("reason")}
        kind="one"
        legend={t.reason}
        options={reasons.map(({ code, label }) => ({ value: code, label }))}
      />
      {to && <ConsentFields form={form} post={to} feedback />}
      <Submit form={form}>{t.save}</Submit>
    </ActForm>
  );
}
