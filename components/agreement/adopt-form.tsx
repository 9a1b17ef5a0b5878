"use client";

import { useRevisionForm } from "#components/agreement/use-revision-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import type { Day } from "#lib/calendar/day.ts";
import { fill } from "#lib/fill.ts";

type Props = { title: string; sure: string; version: number; today: Day; intent: string; words: RevisionWords };

/** Boligsocialt Forum adopts what it has read: at which meeting, and from which day on it governs. `sure`: what it asks first. */
export function AdoptForm({ title, sure, version, today, intent, words }: Props) {
  const { revision: t, form: say } = words;
  const form = useRevisionForm<{ meetingOn: string; validFrom: string }, { number: number }>({
    id: "adopt",
    act: "/adopt",
    defaults: { meetingOn: "", validFrom: "" },
    fixed: { version },
    words,
    done: ({ number }) => fill(t.adopted, { number: String(number) }),
    next: ({ number }) => `/agreement?version=${number}`,
  });
  return (
    <section className="panel stack" aria-labelledby="adopt-title">
      <h2 id="adopt-title">{title}</h2>
      <ActForm form={{ ...form, intent }}>
        <DateField
          form={form}
          name="meetingOn"
          label={t.meetingOn}
          hint={t.meetingHint}
          today={today}
          quick={[{ label: say.today, day: today }]}
        />
        <DateField
          form={form}
          name="validFrom"
          label={t.validFrom}
          hint={t.validFromHint}
          today={today}
          quick={[{ label: say.today, day: today }]}
        />
        <Submit form={form} asks={{ question: sure, yes: t.adoptYes, no: t.giveBackNo }}>
          {t.adopt}
        </Submit>
      </ActForm>
    </section>
  );
}
