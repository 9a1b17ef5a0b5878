"use client";

import { CadenceFields, type CadenceValues } from "#components/agreement/series/cadence-fields.tsx";
import type { Option } from "#components/agreement/service/list-fields.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";

type Pair = { da: string; en: string };
type Values = { name: Pair; about: Pair; places: Pair } & CadenceValues;
type Props = { functions: readonly Option[]; words: RevisionWords };

const nothing: Pair = { da: "", en: "" };

/** A new series: what it is called, what it is about, where and how often it meets, and who calls it. */
export function AddSeriesForm({ functions, words }: Props) {
  const { series: t } = words.revision;
  const form = usePieceForm<Values>({
    id: "add-series",
    act: "/series/add",
    defaults: { name: nothing, about: nothing, places: nothing, every: "", count: "", convener: "" },
    done: t.added,
    next: ({ code }: { code: string }) => `/agreement/revision/meetings/${code}`,
    words,
  });
  if (functions.length === 0) return <p>{t.noFunctions}</p>;
  return (
    <ActForm form={form}>
      {(["name", "about", "places"] as const).map((field) => (
        <fieldset className="word-row" key={field}>
          <legend>{t[field]}</legend>
          <WordPair form={form} name={field} words={words} />
        </fieldset>
      ))}
      <CadenceFields form={form} functions={functions} words={words} />
      <Submit form={form}>{t.add}</Submit>
    </ActForm>
  );
}
