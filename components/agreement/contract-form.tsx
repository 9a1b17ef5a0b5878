"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { ContractPiece, ContractTextName } from "#lib/agreement/contract.ts";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";

type Pair = { da: string; en: string };
type Values = { date: string; file: string } & Record<ContractTextName, Pair>;
type Props = {
  piece: ContractPiece;
  texts: Readonly<Partial<Record<ContractTextName, Pair>>>;
  /** The day and file of the contract, which stand with its title. */
  filed?: { date: string; file: string; today: Day };
  flaws: Readonly<Record<string, string>>;
  words: RevisionWords;
};

/** Texts of the contract that stand once, each in both languages. */
export function ContractForm({ piece, texts, filed, flaws, words }: Props) {
  const { revision: t } = words;
  const names = Object.keys(texts) as ContractTextName[];
  const date = filed?.date ? formatDanishDate(filed.date as Day) : "";
  const form = usePieceForm<Values>({
    id: `words-${piece}`,
    act: "/contract",
    defaults: { ...texts, ...(filed ? { date, file: filed.file } : {}) },
    fixed: { piece },
    flaws: Object.fromEntries(names.flatMap((name) => (flaws[name] ? [[`${name}.da`, flaws[name]]] : []))),
    words,
  });
  return (
    <section className="stack">
      <h2>{t.piece[piece]}</h2>
      <ActForm form={form}>
        {names.map((name) => (
          <fieldset className="word-row" key={name}>
            <legend>{t.field[name]}</legend>
            <WordPair form={form} name={name} given={texts[name]} words={words} />
          </fieldset>
        ))}
        {filed && (
          <>
            <DateField form={form} name="date" label={t.field.date} hint={t.contractDateHint} today={filed.today} />
            <TextInput {...form.input("file")} label={t.field.file} hint={t.contractFileHint} width="short" />
          </>
        )}
        <Submit form={form} kind="secondary">
          {t.save}
        </Submit>
      </ActForm>
    </section>
  );
}
