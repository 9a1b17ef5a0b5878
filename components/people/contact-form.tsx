"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { usePersonForm } from "#components/people/use-person-form.ts";
import type { PeopleWords } from "#components/people/words.ts";
import { TextInput } from "#components/ui/text-input.tsx";
import type { PersonView } from "#lib/directory/people-view.ts";

type Values = { phone: string; mail: string };

/** A person's own work telephone and mail, beside those of their posts. */
export function ContactForm({ person, words }: { person: PersonView; words: PeopleWords }) {
  const t = words.people;
  const form = usePersonForm<Values>({
    id: "person",
    action: `/api/people/${person.id}/contact`,
    defaults: { phone: person.phone ?? "", mail: person.mail ?? "" },
    words,
    done: t.saved,
  });
  return (
    <section className="stack">
      <h2>{t.contact}</h2>
      <p className="hint">{t.contactHint}</p>
      <ActForm form={form}>
        <TextInput {...form.input("phone")} label={t.phone} inputMode="tel" width="short" />
        <TextInput {...form.input("mail")} label={t.mail} inputMode="email" width="short" />
        <Submit form={form} kind="secondary">
          {t.save}
        </Submit>
      </ActForm>
    </section>
  );
}
