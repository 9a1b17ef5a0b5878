"use client";

import type { Path } from "react-hook-form";
import { standingLines } from "#components/contacts/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import type { ActForm as Bridge } from "#components/form/use-act-form.ts";
import { OwnWords } from "#components/referral/acts/own-words.tsx";
import { SubmitChoices } from "#components/referral/acts/submit-choices.tsx";
import { useActOf } from "#components/referral/acts/use-act.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Select } from "#components/ui/text-input.tsx";
import { addDays } from "#lib/calendar/day.ts";
import { fill } from "#lib/fill.ts";
import type { Offers, Option, ReasonOption } from "#lib/referral/referral-view.ts";

type Offer<Act extends keyof Offers> = { offer: NonNullable<Offers[Act]> };

const choices = (options: readonly Option[]) => options.map(({ code, label }) => ({ value: code, label }));

/** One reason and it is sent; a reason that needs a date or a place asks for it first. */
export function ReturnForm({ offer: { reasons, destinations } }: Offer<"return">) {
  const { words } = useReferral();
  const form = useActOf<{ reason: string }>("return", { defaults: {}, done: words.acts.return.done });
  return (
    <>
      <ActForm form={form}>
        <SubmitChoices form={form} name="reason" choices={choices(reasons.filter(({ needs }) => !needs))} />
      </ActForm>
      {reasons
        .filter(({ needs }) => needs)
        .map((reason) => (
          <ReasonThatNeeds key={reason.code} reason={reason} destinations={destinations} />
        ))}
    </>
  );
}

function ReasonThatNeeds({ reason, destinations }: { reason: ReasonOption; destinations: readonly Option[] }) {
  const { view, words } = useReferral();
  const t = words.acts;
  const form = useActOf<{ date: string; destination: string }>("return", {
    name: `return-${reason.code}`,
    defaults: {},
    fixed: { reason: reason.code },
    done: t.return.done,
  });
  return (
    <Disclosure label={reason.label}>
      <ActForm form={form}>
        {reason.needs === "date" ? (
          <DateField
            form={form}
            name="date"
            label={t.return.date}
            hint={words.form.dateHint}
            today={view.today}
            quick={[{ label: t.inFourWeeks, day: addDays(view.today, 28) }]}
          />
        ) : (
          <PlaceSelect label={t.return.destination} places={destinations} {...form.input("destination")} />
        )}
        <Submit form={form}>{t.return.do}</Submit>
      </ActForm>
    </Disclosure>
  );
}

type PlaceSelectProps = { label: string; places: readonly Option[] } & Omit<
  Parameters<typeof Select>[0],
  "label" | "children"
>;

function PlaceSelect({ places, ...select }: PlaceSelectProps) {
  const { words } = useReferral();
  return (
    <Select {...select} defaultValue="">
      <option value="">{words.acts.redirect.choose}</option>
      {places.map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </Select>
  );
}

/** To whom and why; each receiver says whether it goes there at once or is proposed first. */
export function RedirectForm({ offer }: Offer<"redirect">) {
  const { words, locale } = useReferral();
  const t = words.acts.redirect;
  const [only] = offer.receivers.length === 1 ? offer.receivers : [];
  const form = useActOf<{ to: string; reason: string }>("redirect", {
    defaults: only ? { to: only.id } : {},
    done: ({ rhf }) => {
      const to = rhf.getValues("to");
      return offer.receivers.some(({ id, covered }) => id === to && covered) ? t.done : t.proposed;
    },
  });
  return (
    <>
      {offer.receivers.length > 0 && (
        <ActForm form={form}>
          <Choice
            {...form.choice("to")}
            kind="one"
            legend={words.acts.to}
            layout="grid"
            chosen={only ? [only.id] : []}
            options={offer.receivers.map(({ id, label, covered: yes, standing }) => ({
              value: id,
              label,
              note: [
                yes ? t.atOnce : fill(t.first, { post: offer.holder }),
                ...standingLines(standing, words.standing, locale),
              ].join(" · "),
            }))}
          />
          <ReasonChoice form={form} reasons={offer.reasons} />
          <Submit form={form}>{t.do}</Submit>
        </ActForm>
      )}
      <Disclosure label={t.out} open={offer.receivers.length === 0}>
        <RedirectOut offer={offer} />
      </Disclosure>
    </>
  );
}

type ReasonChoiceProps<Values extends { reason: string }> = { form: Bridge<Values>; reasons: readonly Option[] };

function ReasonChoice<Values extends { reason: string }>({ form, reasons }: ReasonChoiceProps<Values>) {
  const { words } = useReferral();
  return (
    <Choice
      {...form.choice("reason" as Path<Values>)}
      kind="one"
      legend={words.acts.reason}
      layout="grid"
      options={choices(reasons)}
    />
  );
}

function RedirectOut({ offer }: Offer<"redirect">) {
  const { words } = useReferral();
  const t = words.acts.redirect;
  const form = useActOf<{ external: string; reason: string }>("redirect", {
    name: "redirect-out",
    defaults: {},
    done: t.done,
  });
  return (
    <ActForm form={form}>
      <p className="hint">{fill(t.outHint, { post: offer.holder })}</p>
      <PlaceSelect label={words.acts.return.destination} places={offer.external} {...form.input("external")} />
      <ReasonChoice form={form} reasons={offer.reasons} />
      <Submit form={form} kind="secondary">
        {t.do}
      </Submit>
    </ActForm>
  );
}

/** The questions of the agreement first, one tap each; own words after them. */
export function AskForm({ offer: { questions } }: Offer<"ask">) {
  const { words } = useReferral();
  const t = words.acts;
  const coded = useActOf<{ question: string }>("ask", { defaults: {}, done: t.ask.done });
  const own = useActOf<{ text: string }>("ask", { name: "ask-own", defaults: { text: "" }, done: t.ask.done });
  return (
    <>
      <ActForm form={coded}>
        <SubmitChoices form={coded} name="question" choices={choices(questions)} />
      </ActForm>
      <Disclosure label={t.ownWords}>
        <ActForm form={own}>
          <OwnWords form={own} name="text" />
          <Submit form={own}>{t.ask.send}</Submit>
        </ActForm>
      </Disclosure>
    </>
  );
}

/** Advice in a discussion; without a text it was given on the telephone. */
export function AdviseForm() {
  const { words } = useReferral();
  const t = words.acts.advise;
  const form = useActOf<{ text: string }>("advise", { defaults: { text: "" }, done: t.done });
  return (
    <ActForm form={form}>
      <OwnWords form={form} name="text" hint={`${t.hint} ${words.acts.textHint}`} />
      <Submit form={form}>{t.send}</Submit>
    </ActForm>
  );
}
