"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import type { WordGroup, WordItem } from "#lib/agreement/word-groups.ts";

export type WordsGroup = Pick<WordGroup, "address" | "kind"> & { items: readonly (WordItem & { label: string })[] };
type Row = { da: string; en: string; remove?: string | false };
type Values = { rows: Record<string, Row>; added: Row };
type Props = { title: string; group: WordsGroup; words: RevisionWords };

/** Words of the agreement in both languages: to be reworded, and in a list to be taken out and added to. */
export function WordsForm({ title, group, words }: Props) {
  const { revision: t } = words;
  const { address, kind, items } = group;
  const form = usePieceForm<Values>({
    id: `words-${address.replaceAll(".", "-")}`,
    act: "/words",
    defaults: {
      rows: Object.fromEntries(items.map(({ key, words: text }) => [key, text])),
    },
    fixed: { address },
    words,
  });

  return (
    <section className="stack">
      <h2>{title}</h2>
      <ActForm form={form}>
        {items.map(({ key, label, words: text }) => (
          <fieldset className="word-row" key={key}>
            <legend>{label}</legend>
            <WordPair form={form} name={`rows.${key}`} given={text} words={words} />
            {kind !== "fixed" && (
              <label className="tile">
                <input {...form.rhf.register(`rows.${key}.remove`)} type="checkbox" value="yes" />
                <span>{t.remove}</span>
              </label>
            )}
          </fieldset>
        ))}
        {kind !== "fixed" && (
          <fieldset className="word-row">
            <legend>{t.add}</legend>
            <p className="hint">{t.addListHint}</p>
            <WordPair form={form} name="added" words={words} />
          </fieldset>
        )}
        <Submit form={form} kind="secondary">
          {t.save}
        </Submit>
      </ActForm>
    </section>
  );
}
