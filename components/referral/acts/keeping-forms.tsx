"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { SubmitChoices } from "#components/referral/acts/submit-choices.tsx";
import { useActOf } from "#components/referral/acts/use-act.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { say } from "#components/referral/words.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import type { Offers } from "#lib/referral/referral-view.ts";

type Offer<Act extends keyof Offers> = { offer: NonNullable<Offers[Act]> };

/** Quick choices of a day to come. */
function useAhead() {
  const { view, words } = useReferral();
  const { acts } = words;
  const ahead = (label: string, days: number): { label: string; day: Day } => ({
    label,
    day: addDays(view.today, days),
  });
  return [ahead(acts.inOneWeek, 7), ahead(acts.inTwoWeeks, 14), ahead(acts.inFourWeeks, 28)];
}

export function AssignForm({ offer: { people } }: Offer<"assign">) {
  const { words } = useReferral();
  const form = useActOf<{ person: string }>("assign", { defaults: {}, done: words.acts.assign.done });
  const now = people.find(({ chosen }) => chosen);
  return (
    <ActForm form={form}>
      {now && <p className="hint">{`${now.name}: ${words.acts.assign.chosen}`}</p>}
      <SubmitChoices
        form={form}
        name="person"
        choices={people.filter(({ chosen }) => !chosen).map(({ id, name }) => ({ value: id, label: name }))}
      />
    </ActForm>
  );
}

/** Today with one tap, or the day it was. */
export function IdentityForm() {
  const { view, words } = useReferral();
  const t = words.acts.identity;
  const now = useActOf<{ on: string }>("identity", { defaults: {}, done: t.done });
  const earlier = useActOf<{ on: string }>("identity", { name: "identity-earlier", defaults: {}, done: t.done });
  return (
    <>
      <ActForm form={now}>
        <SubmitChoices form={now} name="on" choices={[{ value: view.today, label: t.todayDo }]} />
      </ActForm>
      <Disclosure label={t.other}>
        <ActForm form={earlier}>
          <DateField form={earlier} name="on" label={words.acts.on} hint={words.form.dateHint} today={view.today} />
          <Submit form={earlier}>{t.save}</Submit>
        </ActForm>
      </Disclosure>
    </>
  );
}

/** A day and a part of it, when the two can talk. */
export function ProposeTime() {
  const { view, words } = useReferral();
  const t = words.acts;
  const form = useActOf<{ on: string; part: string }>("call", {
    name: "propose",
    defaults: {},
    fixed: { what: "propose_time" },
    done: t.call.done.propose_time,
  });
  return (
    <ActForm form={form}>
      <DateField
        form={form}
        name="on"
        label={t.call.lead}
        hint={words.form.dateHint}
        today={view.today}
        quick={[
          { label: t.today, day: view.today },
          { label: t.tomorrow, day: addDays(view.today, 1) },
        ]}
      />
      <Choice
        {...form.choice("part")}
        kind="one"
        legend={t.call.part}
        options={(["morning", "afternoon"] as const).map((value) => ({ value, label: t.call[value] }))}
      />
      <Submit form={form} kind="secondary">
        {t.call.send}
      </Submit>
    </ActForm>
  );
}

/** How two posts find each other before it is taken over. */
export function CallForm({ offer: { kinds } }: Offer<"call">) {
  const { view, words } = useReferral();
  const t = words.acts.call;
  const other = view.waitsFor?.label ?? "";
  const form = useActOf<{ what: string }>("call", { defaults: {}, done: say(t.done.no_answer, { post: other }) });
  const taps = kinds.filter((kind) => kind !== "propose_time");
  return (
    <>
      <ActForm form={form}>
        <SubmitChoices form={form} name="what" choices={taps.map((kind) => ({ value: kind, label: t[kind] }))} />
      </ActForm>
      <Disclosure label={t.propose_time}>
        <ProposeTime />
      </Disclosure>
    </>
  );
}

export function ProgressForm({ offer: { steps } }: Offer<"progress">) {
  const { words } = useReferral();
  const form = useActOf<{ what: string }>("progress", { defaults: {}, done: words.acts.progress.done });
  return (
    <ActForm form={form}>
      <SubmitChoices form={form} name="what" choices={steps.map(({ code, label }) => ({ value: code, label }))} />
    </ActForm>
  );
}

export function HoldForm({ offer: { reasons } }: Offer<"hold">) {
  const { view, words } = useReferral();
  const t = words.acts.hold;
  const ahead = useAhead();
  const form = useActOf<{ reason: string; until: string }>("hold", { defaults: {}, done: t.done });
  return (
    <ActForm form={form}>
      <Choice
        {...form.choice("reason")}
        kind="one"
        legend={t.reason}
        options={reasons.map(({ code, label }) => ({ value: code, label }))}
      />
      <DateField form={form} name="until" label={t.until} hint={words.form.dateHint} today={view.today} quick={ahead} />
      <Submit form={form}>{t.save}</Submit>
    </ActForm>
  );
}

export function FollowUpForm({ offer: { on } }: Offer<"follow_up">) {
  const { view, words, locale } = useReferral();
  const t = words.acts.follow_up;
  const ahead = useAhead();
  const form = useActOf<{ on: string }>("follow_up", { defaults: {}, done: t.done });
  return (
    <ActForm form={form}>
      <DateField
        form={form}
        name="on"
        label={t.lead}
        hint={on ? fill(t.now, { day: showDay(on, locale) }) : words.form.dateHint}
        today={view.today}
        quick={ahead}
      />
      <Submit form={form}>{t.save}</Submit>
    </ActForm>
  );
}
