"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { OneButton } from "#components/people/one-button.tsx";
import { usePersonForm } from "#components/people/use-person-form.ts";
import type { PeopleWords } from "#components/people/words.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { PersonView } from "#lib/directory/people-view.ts";
import { fill } from "#lib/fill.ts";

type Props = { person: PersonView; words: PeopleWords; locale: Locale };

/** When somebody is away, and who is there meanwhile. Why is nobody's business. */
export function Absences({ person, words, locale }: Props) {
  const t = words.people;
  const form = usePersonForm<{ from: string; to: string }>({
    id: "absence",
    action: `/api/people/${person.id}/absence`,
    defaults: { from: "", to: "" },
    words,
    done: t.awaySaid,
  });
  return (
    <section className="stack">
      <h2>{t.away}</h2>
      {person.standIns.map(({ label, deputies }) => (
        <p key={label}>
          {deputies.length > 0
            ? fill(t.standsIn, { post: label, people: deputies.join(", ") })
            : fill(t.nobodyStandsIn, { post: label })}
        </p>
      ))}
      {person.absences.length > 0 && (
        <ul className="lines">
          {person.absences.map(({ from, to }) => (
            <li key={from}>
              <p>{fill(t.span, { from: showDay(from, locale), to: showDay(to, locale) })}</p>
              <OneButton
                id={`back-${from}`}
                action={`/api/people/${person.id}/absence/back`}
                fixed={{ from }}
                done={t.backSaid}
                words={words}
              >
                {from <= person.today ? t.back : t.cancelled}
              </OneButton>
            </li>
          ))}
        </ul>
      )}
      <ActForm form={form}>
        <div className="when-row">
          <DateField
            form={form}
            name="from"
            label={t.firstDay}
            hint={words.form.dateHint}
            today={person.today}
            quick={[{ label: words.form.today, day: person.today }]}
          />
          <DateField form={form} name="to" label={t.lastDay} hint={words.form.dateHint} today={person.today} />
        </div>
        <Submit form={form} kind="secondary">
          {t.sayAway}
        </Submit>
      </ActForm>
    </section>
  );
}
