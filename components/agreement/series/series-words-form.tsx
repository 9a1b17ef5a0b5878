"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import type { MeetingSeries } from "#lib/agreement/agreement.ts";

type Pair = { da: string; en: string };
type Field = "name" | "about" | "places" | "evaluation" | "guests";
type Props = { series: Pick<MeetingSeries, Field | "code">; words: RevisionWords };

const nothing: Pair = { da: "", en: "" };

/** What a series is called, what it is about, where it meets, how it is evaluated, and who may come as a guest. */
export function SeriesWordsForm({ series, words }: Props) {
  const { revision } = words;
  const { series: t } = revision;
  const { name, about, places, evaluation = nothing, guests = nothing } = series;
  const texts = { name, about, places, evaluation, guests };
  const form = usePieceForm<Record<Field, Pair>>({
    id: "series-words",
    act: "/series/words",
    defaults: texts,
    fixed: { series: series.code },
    words,
  });
  return (
    <section className="stack">
      <h2>{t.words}</h2>
      <ActForm form={form}>
        {(["name", "about", "places", "evaluation", "guests"] as const).map((field) => (
          <fieldset className="word-row" key={field}>
            <legend>{t[field]}</legend>
            {field === "guests" && <p className="hint">{t.guestsHint}</p>}
            {field === "evaluation" && <p className="hint">{t.evaluationHint}</p>}
            <WordPair form={form} name={field} given={texts[field]} words={words} />
          </fieldset>
        ))}
        <Submit form={form} kind="secondary">
          {revision.save}
        </Submit>
      </ActForm>
    </section>
  );
}
