"use client";

import { useRevisionForm } from "#components/agreement/use-revision-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

/** The days beside the holidays that are no working days. */
export function DaysForm({
  exceptions,
  version,
  words,
}: {
  exceptions: string;
  version: number;
  words: RevisionWords;
}) {
  const { revision: t } = words;
  const form = useRevisionForm<{ exceptions: string }>({
    id: "days",
    act: "/days",
    defaults: { exceptions },
    fixed: { version },
    words,
    done: t.saved,
  });
  return (
    <ActForm form={form}>
      <TextInput {...form.input("exceptions")} label={t.exceptions} hint={t.exceptionsHint} autoComplete="off" />
      <Submit form={form}>{t.save}</Submit>
    </ActForm>
  );
}
