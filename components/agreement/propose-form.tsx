"use client";

import { useRevisionForm } from "#components/agreement/use-revision-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import type { Day } from "#lib/calendar/day.ts";

type Props = { sure: string; version: number; today: Day; intent: string; words: RevisionWords };

/** The administrator sends the draft to Boligsocialt Forum, and says until when it may be commented on. `sure`: what it asks first. */
export function ProposeForm({ sure, version, today, intent, words }: Props) {
  const { revision: t } = words;
  const form = useRevisionForm<{ commentsUntil: string }>({
    id: "propose",
    act: "/propose",
    defaults: { commentsUntil: "" },
    fixed: { version },
    words,
    done: t.proposedToast,
  });
  return (
    <section className="panel stack" aria-labelledby="propose-title">
      <h2 id="propose-title">{t.proposeTitle}</h2>
      <p>{t.proposeHint}</p>
      <ActForm form={{ ...form, intent }}>
        <DateField form={form} name="commentsUntil" label={t.commentsUntil} hint={words.form.dateHint} today={today} />
        <Submit form={form} asks={{ question: sure, yes: t.proposeYes, no: t.giveBackNo }}>
          {t.propose}
        </Submit>
      </ActForm>
    </section>
  );
}
