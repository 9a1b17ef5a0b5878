"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { NoteField } from "#components/form/note-field.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { useToasts } from "#components/ui/toasts.tsx";

type Props = {
  id: string;
  action: string;
  /** The field as the handler takes it, and how long the database lets it be. */
  field: { name: "text" | "title"; rows: number; limit: number };
  labels: { label: string; hint: string; submit: string; added: string };
  words: Pick<MeetingWords, "form" | "guard">;
  /** A key from the server, where the form can be sent before scripts run. */
  intent?: string | undefined;
  onAdded: () => void;
};

/** One short text that the guard reads, added to a meeting or to its minutes; then there is room for the next. */
export function TextForm({ id, action, field, labels, words, intent, onAdded }: Props) {
  const toast = useToasts();
  const form = useActForm<{ text: string; title: string }>({
    id,
    action,
    defaults: { [field.name]: "" },
    ...(intent === undefined ? {} : { intent }),
    words: words.form,
    onDone: () => {
      form.again();
      toast({ text: labels.added });
      onAdded();
    },
  });
  return (
    <ActForm form={form}>
      <NoteField
        form={form}
        {...field}
        label={labels.label}
        hint={labels.hint}
        count={{ left: words.form.left, over: words.form.over }}
        words={words.guard}
      />
      <Submit form={form} kind="secondary">
        {labels.submit}
      </Submit>
    </ActForm>
  );
}
