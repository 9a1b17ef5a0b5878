"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import type { OwnService } from "#lib/agreement/agreement.ts";

type Pair = { da: string; en: string };
type Values = { name: Pair; short: Pair; hint: Pair; decidedBy: Pair };
type Props = { service: Pick<OwnService, "code" | "name" | "short" | "hint" | "decidedBy">; words: RevisionWords };

const nothing: Pair = { da: "", en: "" };

/** What a service is called, the advice that stands with it, and who decides. */
export function WordsOfServiceForm({ service, words }: Props) {
  const { revision } = words;
  const { service: t } = revision;
  const { name, short = nothing, hint = nothing, decidedBy = nothing } = service;
  const texts = { name, short, hint, decidedBy };
  const form = usePieceForm<Values>({
    id: "service-words",
    act: "/service/words",
    defaults: texts,
    fixed: { service: service.code },
    words,
  });
  return (
    <section className="stack">
      <h2>{t.words}</h2>
      <ActForm form={form}>
        {(["name", "short", "hint", "decidedBy"] as const).map((field) => (
          <fieldset className="word-row" key={field}>
            <legend>{t[field]}</legend>
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
