"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { describedBy, Field, noted } from "#components/ui/field.tsx";
import type { LocalNames } from "#lib/agreement/local-names.ts";

type Kind = keyof LocalNames;
type Props = { names: readonly { kind: Kind; lines: string }[]; words: RevisionWords };

/** So many lines are seen at once. */
const most = 12;

/** What is called something where the agreement holds, one name a line. */
export function LocalForm({ names, words }: Props) {
  const { revision: t } = words;
  const form = usePieceForm<Record<Kind, string>>({
    id: "local",
    act: "/local",
    defaults: Object.fromEntries(names.map(({ kind, lines }) => [kind, lines])),
    words,
  });
  return (
    <ActForm form={form}>
      {names.map(({ kind, lines }) => {
        const { error, id, ...input } = form.input(kind);
        const hint = t.localHint[kind];
        return (
          <Field key={kind} id={id} label={t.localKind[kind]} hint={hint} error={error}>
            <textarea
              {...noted}
              {...input}
              {...describedBy(id, { hint, error })}
              id={id}
              className="input"
              lang="da"
              rows={Math.min(most, Math.max(3, lines.split("\n").length))}
            />
          </Field>
        );
      })}
      <Submit form={form} kind="secondary">
        {t.save}
      </Submit>
    </ActForm>
  );
}
