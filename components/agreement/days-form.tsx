"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

/** The days beside the holidays that are no working days. */
export function DaysForm({ exceptions, words }: { exceptions: string; words: RevisionWords }) {
  const { revision: t } = words;
  const form = usePieceForm<{ exceptions: string }>({
    id: "days",
    act: "/days",
    defaults: { exceptions },
    words,
  });
  return (
    <ActForm form={form}>
      <TextInput {...form.input("exceptions")} label={t.exceptions} hint={t.exceptionsHint} />
      <Submit form={form}>{t.save}</Submit>
    </ActForm>
  );
}
