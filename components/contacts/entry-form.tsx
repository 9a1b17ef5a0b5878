"use client";

import { useRouter } from "next/navigation";
import type { ContactWords } from "#components/contacts/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import { TextInput } from "#components/ui/text-input.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import { type PhoneHours, weekdays } from "#lib/agreement/parties.ts";
import type { EntryView } from "#lib/directory/contact-view.ts";

type Values = { phone: string; mail: string; hours: Record<(typeof weekdays)[number], { from: string; to: string }> };
type Props = { entry: EntryView; words: ContactWords; intent: string };

const typed = (hours: PhoneHours): Values["hours"] =>
  Object.fromEntries(
    weekdays.map((name) => [
      name,
      { from: hours[name]?.from.replace(":", ".") ?? "", to: hours[name]?.to.replace(":", ".") ?? "" },
    ]),
  ) as Values["hours"];

/** A post's telephone, mail and telephone hours. */
export function EntryForm({ entry, words, intent }: Props) {
  const t = words.contacts;
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<Values>({
    id: "entry",
    action: `/api/contacts/${entry.id}`,
    defaults: { phone: entry.phone ?? "", mail: entry.mail ?? "", hours: typed(entry.hours) },
    intent,
    words: words.form,
    onDone: () => {
      toast({ text: t.saved });
      router.push("/contacts");
    },
  });
  return (
    <ActForm form={form}>
      <TextInput {...form.input("phone")} label={t.phone} inputMode="tel" width="short" />
      <TextInput {...form.input("mail")} label={t.mail} inputMode="email" width="short" />
      <fieldset className="choice hours">
        <legend>{t.hours}</legend>
        <p className="hint">{t.hoursHint}</p>
        {weekdays.map((name) => (
          <div className="hours-row" key={name}>
            <TextInput
              {...form.input(`hours.${name}.from`)}
              label={`${t.days[name]} ${t.from}`}
              inputMode="numeric"
              width="date"
            />
            <TextInput
              {...form.input(`hours.${name}.to`)}
              label={`${t.days[name]} ${t.to}`}
              inputMode="numeric"
              width="date"
            />
          </div>
        ))}
      </fieldset>
      <Submit form={form}>{t.save}</Submit>
    </ActForm>
  );
}
