"use client";

import { Conditions } from "#components/agreement/service/conditions.tsx";
import type { ListField } from "#components/agreement/service/list-fields.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Select } from "#components/ui/text-input.tsx";
import type { Question } from "#lib/agreement/agreement.ts";
import { choicesOf } from "#lib/agreement/condition.ts";

type Values = { da: string; en: string; answer: string; about: string; optional: string; onlyIf: string[] };
type Props = {
  act?: string;
  /** What is sent besides: where the question stands. */
  place: Readonly<Record<string, string>>;
  question: Question;
  onlyIf: readonly ListField[];
  words: RevisionWords;
};

const facts = ["age", "children", "cause", "step", "letter-date"] as const;

/** A question: its words, how it is answered, which fact it fills, and when it is asked. */
export function QuestionForm({ act = "/service/question", place, question, onlyIf, words }: Props) {
  const { revision } = words;
  const { service: t } = revision;
  const first = place["list"] === "key";
  const chosen = choicesOf(question.onlyIf);
  const form = usePieceForm<Values>({
    id: "question",
    act,
    defaults: {
      ...question.text,
      answer: question.answer,
      ...(first ? { about: question.about ?? "", optional: question.optional ? "yes" : "" } : {}),
      onlyIf: chosen,
    },
    fixed: { ...place, question: question.code },
    words,
  });
  return (
    <section className="stack">
      <h2>{t.question}</h2>
      <ActForm form={form}>
        <WordPair form={form} given={question.text} words={words} />
        <Choice
          {...form.choice("answer")}
          kind="one"
          legend={t.answer}
          hint={t.changeHint}
          chosen={[question.answer]}
          options={(["one", "date", "recent-date"] as const).map((value) => ({ value, label: t.answers[value] }))}
        />
        {first && (
          <Select {...form.input("about")} label={t.about}>
            <option value="">{t.aboutNothing}</option>
            {facts.map((value) => (
              <option key={value} value={value}>
                {t.abouts[value]}
              </option>
            ))}
          </Select>
        )}
        {first && (
          <label className="tile">
            <input
              {...form.rhf.register("optional")}
              type="checkbox"
              value="yes"
              defaultChecked={question.optional === true}
            />
            <span>{t.optional}</span>
          </label>
        )}
        {onlyIf.map(({ name, label, hint, options = [] }) => (
          <Conditions
            key={name}
            choice={form.choice("onlyIf")}
            label={label}
            hint={hint}
            options={options}
            chosen={chosen}
          />
        ))}
        <Submit form={form} kind="secondary">
          {revision.save}
        </Submit>
      </ActForm>
    </section>
  );
}
