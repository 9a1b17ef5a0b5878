"use client";

import type { Option } from "#components/agreement/service/list-fields.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Select } from "#components/ui/text-input.tsx";
import type { Activity } from "#lib/agreement/agreement.ts";

type Pair = { da: string; en: string };

const page = "/agreement/revision/activities";

/** A new activity, by its name; what else there is to it is written on its own page. */
export function AddActivityForm({ words }: { words: RevisionWords }) {
  const { activity: t } = words.revision;
  const form = usePieceForm<Pair>({
    id: "words-add",
    act: "/activities/add",
    defaults: { da: "", en: "" },
    done: t.added,
    next: ({ code }: { code: string }) => `${page}/${code}`,
    words,
  });
  return (
    <ActForm form={form}>
      <WordPair form={form} label={t.name} words={words} />
      <Submit form={form}>{t.add}</Submit>
    </ActForm>
  );
}

const texts = ["places", "anchoring", "revision"] as const;
type Values = { name: Pair; area: string; functions: string[] } & Record<(typeof texts)[number], Pair>;
type Props = {
  activity: Activity;
  /** The areas of the agreement; a lone one is not asked for. */
  areas: readonly Option[];
  functions: readonly Option[];
  flaws: Readonly<Record<string, string>>;
  words: RevisionWords;
};

/** What an activity is called, where it belongs, who is with it and where, and who revises it. */
export function ActivityForm({ activity, areas, functions, flaws, words }: Props) {
  const { revision, agreement } = words;
  const form = usePieceForm<Values>({
    id: "words-activity",
    act: "/activities",
    defaults: {
      name: activity.name,
      area: activity.area ?? areas[0]?.value ?? "",
      functions: activity.functions,
      ...Object.fromEntries(texts.map((name) => [name, activity[name]])),
    },
    fixed: { activity: activity.code },
    flaws: {
      ...flaws,
      ...Object.fromEntries(texts.flatMap((name) => (flaws[name] ? [[`${name}.da`, flaws[name]]] : []))),
    },
    words,
  });
  const text = (name: "name" | (typeof texts)[number]) => (
    <fieldset className="word-row" key={name}>
      <legend>{revision.field[name]}</legend>
      <WordPair form={form} name={name} given={activity[name]} words={words} />
    </fieldset>
  );
  return (
    <section className="stack">
      <h2>{revision.activity.words}</h2>
      <ActForm form={form}>
        {text("name")}
        {areas.length > 1 && (
          <Select {...form.input("area")} label={revision.service.area}>
            {areas.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </Select>
        )}
        <Choice
          {...form.choice("functions")}
          kind="several"
          layout="grid"
          legend={agreement.functions}
          chosen={activity.functions}
          options={functions}
        />
        {texts.map(text)}
        <Submit form={form} kind="secondary">
          {revision.save}
        </Submit>
      </ActForm>
    </section>
  );
}
