"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { fill } from "#lib/fill.ts";

export type NormName = keyof RevisionWords["agreement"]["norm"];
type Props = {
  /** A service's code; none for what holds for all. */
  service?: string;
  norm: Readonly<Partial<Record<NormName, number>>>;
  asked: readonly NormName[];
  /** What holds where a field stands empty. */
  common?: Readonly<Partial<Record<NormName, number>>>;
  words: RevisionWords;
};

const shown = (days: number | undefined) => (days === undefined ? "" : String(days));

/** How soon, in working days. */
export function NormForm({ service, norm, asked, common = {}, words }: Props) {
  const { revision: t, agreement } = words;
  const form = usePieceForm<Partial<Record<NormName, string>>>({
    id: "norm",
    act: service ? "/norm" : "/common-norm",
    defaults: Object.fromEntries(asked.map((name) => [name, shown(norm[name])])),
    fixed: service ? { service } : {},
    words,
  });
  return (
    <section className="stack">
      <h2>{t.norms}</h2>
      <ActForm form={form}>
        {asked.map((name) => (
          <TextInput
            key={name}
            {...form.input(name)}
            label={agreement.norm[name]}
            hint={common[name] === undefined ? undefined : fill(t.common, { days: String(common[name]) })}
            width="date"
            inputMode="numeric"
          />
        ))}
        <Submit form={form} kind="secondary">
          {t.save}
        </Submit>
      </ActForm>
    </section>
  );
}
