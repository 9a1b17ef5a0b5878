"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { type ActFormWords, useActForm } from "#components/form/use-act-form.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { type Purpose, purposes } from "#lib/log/log-view.ts";

export type ExportWords = { title: string; hint: string; why: string; do: string; purposes: Record<Purpose, string> };

/** The rows of a search as a file, once one has said what for. */
export function LogExportForm({
  search,
  intent,
  words,
  form: formWords,
}: {
  search: string;
  intent: string;
  words: ExportWords;
  form: ActFormWords;
}) {
  const form = useActForm<{ purpose: string }, { search: string }>({
    id: "log-export",
    action: "/api/log/export",
    defaults: {},
    fixed: { search },
    intent,
    words: formWords,
    onDone: (value) => {
      form.again();
      window.location.assign(`/api/log/export/${value.search}`);
    },
  });
  return (
    <Disclosure label={words.title}>
      <ActForm form={form}>
        <p className="hint">{words.hint}</p>
        <Choice
          {...form.choice("purpose")}
          kind="one"
          legend={words.why}
          options={purposes.map((purpose) => ({ value: purpose, label: words.purposes[purpose] }))}
        />
        <Submit form={form} kind="secondary">
          {words.do}
        </Submit>
      </ActForm>
    </Disclosure>
  );
}
