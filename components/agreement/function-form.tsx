"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { NamedFunction } from "#lib/agreement/check-agreement.ts";
import { duties } from "#lib/agreement/parties.ts";

export type WrittenFunction = Pick<NamedFunction, "code" | "name" | "duties">;

type Values = { da: string; en: string; duties: string[] };

/** A new function, or the name and duties of one that is there. */
export function FunctionForm({ of, words }: { of?: WrittenFunction; words: RevisionWords }) {
  const { revision: t } = words;
  const form = usePieceForm<Values>({
    id: "function",
    act: "/functions",
    defaults: { da: of?.name.da ?? "", en: of?.name.en ?? "", duties: [...(of?.duties ?? [])] },
    ...(of ? { fixed: { function: of.code } } : {}),
    words,
  });
  return (
    <section className="stack">
      <h2>{of ? t.functionChange : t.functionAdd}</h2>
      <ActForm form={form}>
        <TextInput {...form.input("da")} label={t.functionName} />
        <TextInput {...form.input("en")} label={t.functionNameEn} hint={t.functionNameEnHint} lang="en" />
        <Choice
          {...form.choice("duties")}
          kind="several"
          layout="grid"
          legend={t.duties}
          hint={t.dutiesHint}
          chosen={of?.duties ?? []}
          options={duties.map((duty) => ({ value: duty, label: t.duty[duty] }))}
        />
        <Submit form={form}>{of ? t.save : t.functionAddDo}</Submit>
      </ActForm>
    </section>
  );
}
