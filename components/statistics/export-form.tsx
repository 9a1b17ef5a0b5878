"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { type ActFormWords, useActForm } from "#components/form/use-act-form.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";

export type FiguresExportWords = { title: string; hint: string; why: string; do: string };

/** The figures of the quarter as a spreadsheet, once one has said what for. */
export function FiguresExportForm({
  quarter,
  intent,
  words,
  purposes,
  form: formWords,
}: {
  quarter: string;
  intent: string;
  words: FiguresExportWords;
  purposes: readonly { value: string; label: string }[];
  form: ActFormWords;
}) {
  const form = useActForm<{ purpose: string }, { quarter: string }>({
    id: "figures-export",
    action: "/api/statistics/export",
    defaults: {},
    fixed: { quarter },
    intent,
    words: formWords,
    onDone: (value) => {
      form.again();
      window.location.assign(`/api/statistics/export/${value.quarter}`);
    },
  });
  return (
    <Disclosure label={words.title}>
      <ActForm form={form}>
        <p className="hint">{words.hint}</p>
        <Choice {...form.choice("purpose")} kind="one" legend={words.why} options={[...purposes]} />
        <Submit form={form} kind="secondary">
          {words.do}
        </Submit>
      </ActForm>
    </Disclosure>
  );
}
