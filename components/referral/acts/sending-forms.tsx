"use client";

import { useController, useWatch } from "react-hook-form";
import { standingLines } from "#components/contacts/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import type { ActForm as Bridge } from "#components/form/use-act-form.ts";
import { useEarlyValues } from "#components/form/use-early-values.ts";
import { ConsentFields } from "#components/referral/acts/consent-fields.tsx";
import { OwnWords } from "#components/referral/acts/own-words.tsx";
import { SubmitChoices } from "#components/referral/acts/submit-choices.tsx";
import { useActOf } from "#components/referral/acts/use-act.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { parseDanishDate, writtenOut } from "#lib/calendar/danish-date.ts";
import { fill } from "#lib/fill.ts";
import type { Offers } from "#lib/referral/referral-view.ts";

type Offer<Act extends keyof Offers> = { offer: NonNullable<Offers[Act]> };
type Sending = { to: string; consent: { name: string; feedback: string }; agreed: string };

/** Whom it goes to, and what the resident says of it. What is covered already is not asked again. */
export function SendForm({ offer: { receivers, passOn, feedback } }: Offer<"send">) {
  const { words, locale } = useReferral();
  const t = words.acts;
  const [only] = receivers.length === 1 ? receivers : [];
  const labelOf = (id: string) => receivers.find((each) => each.id === id)?.label ?? "";
  const form = useActOf<Sending>("send", {
    defaults: only ? { to: only.id } : {},
    done: ({ rhf }) => fill(t.send.done, { post: labelOf(rhf.getValues("to")) }),
  });
  const to = useWatch({ control: form.rhf.control, name: "to" });
  const chosen = receivers.find(({ id }) => id === to);
  return (
    <ActForm form={form}>
      {passOn && <p className="hint">{t.send.passOnHint}</p>}
      <Choice
        {...form.choice("to")}
        kind="one"
        legend={t.to}
        layout="grid"
        chosen={only ? [only.id] : []}
        options={receivers.map(({ id, label, covered, standing }) => ({
          value: id,
          label,
          note: [covered ? t.covered : t.notCovered, ...standingLines(standing, words.standing, locale)].join(" · "),
        }))}
      />
      {chosen && !chosen.covered && <ConsentFields form={form} post={chosen.label} feedback={feedback} />}
      <Submit
        form={form}
        beside={
          <Button type="submit" name="agreed" value="true" disabled={form.waits}>
            {t.send.agreed}
          </Button>
        }
      >
        {chosen ? fill(t.send.doTo, { post: chosen.label }) : t.send.do}
      </Submit>
    </ActForm>
  );
}

/** A proposal from whoever sent it on: yes, with what the resident says. */
export function ConfirmForm({ offer }: Offer<"confirm">) {
  const { words } = useReferral();
  const t = words.acts;
  const form = useActOf<Pick<Sending, "consent">>("confirm", {
    defaults: {},
    done: fill(t.confirm.done, { post: offer.to }),
  });
  return (
    <ActForm form={form}>
      {offer.covered ? (
        <p className="hint">{t.known}</p>
      ) : (
        <ConsentFields form={form} post={offer.to} feedback={offer.feedback} />
      )}
      <Submit form={form}>{fill(t.confirm.title, { post: offer.to })}</Submit>
    </ActForm>
  );
}

/** The question's own answers, one tap each, or own words. */
export function AnswerForm({ offer: { choices, date, text } }: Offer<"answer">) {
  const { words } = useReferral();
  const t = words.acts.answer;
  const coded = useActOf<{ choice: string }>("answer", { defaults: {}, done: t.done });
  const own = useActOf<{ text: string }>("answer", { name: "answer-own", defaults: { text: "" }, done: t.done });
  const ownForm = (
    <ActForm form={own}>
      <OwnWords form={own} name="text" />
      <Submit form={own}>{t.send}</Submit>
    </ActForm>
  );
  if (choices.length === 0 && !date)
    return (
      <>
        {text && <blockquote className="note">{text}</blockquote>}
        {ownForm}
      </>
    );
  return (
    <>
      <ActForm form={coded}>
        {date ? (
          <>
            <AnswerDate form={coded} />
            <Submit form={coded}>{t.send}</Submit>
          </>
        ) : (
          <SubmitChoices
            form={coded}
            name="choice"
            choices={choices.map(({ code, label }) => ({ value: code, label }))}
          />
        )}
      </ActForm>
      <Disclosure label={t.own}>{ownForm}</Disclosure>
    </>
  );
}

/** A day as an answer is sent the way days are kept; what is no date goes as it stands, and is answered. */
function AnswerDate({ form }: { form: Bridge<{ choice: string }> }) {
  const { view, words } = useReferral();
  const { field, fieldState } = useController({ control: form.rhf.control, name: "choice" });
  const id = form.fieldId("choice");
  const answer = (typed: string) => field.onChange(parseDanishDate(typed, view.today) ?? writtenOut(typed, view.today));
  useEarlyValues({ [id]: answer });
  return (
    <DateInput
      id={id}
      label={words.acts.on}
      hint={words.form.dateHint}
      error={fieldState.error?.message}
      today={view.today}
      onChange={({ currentTarget: { value } }) => answer(value)}
    />
  );
}

export function WithdrawForm({ offer: { reasons } }: Offer<"withdraw">) {
  const { words } = useReferral();
  const form = useActOf<{ reason: string }>("withdraw", { defaults: {}, done: words.acts.withdraw.done });
  return (
    <ActForm form={form}>
      <SubmitChoices form={form} name="reason" choices={reasons.map(({ code, label }) => ({ value: code, label }))} />
    </ActForm>
  );
}
