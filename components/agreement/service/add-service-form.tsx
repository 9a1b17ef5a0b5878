"use client";

import type { Option } from "#components/agreement/service/list-fields.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import { WordPair } from "#components/agreement/word-pair.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Select } from "#components/ui/text-input.tsx";

type Values = { template: string; name: { da: string; en: string }; from: string[]; to: string };
type Props = {
  templates: readonly Option[];
  refer: readonly Option[];
  receive: readonly Option[];
  words: RevisionWords;
};

/** A new service: empty or copied, what it is called, who refers it and who receives it. */
export function AddServiceForm({ templates, refer, receive, words }: Props) {
  const { service: t } = words.revision;
  const form = usePieceForm<Values>({
    id: "add-service",
    act: "/service/add",
    defaults: { template: "", name: { da: "", en: "" }, from: [], to: "" },
    done: t.added,
    next: ({ code }: { code: string }) => `/agreement/revision/services/${code}`,
    words,
  });
  if (refer.length === 0 || receive.length === 0) return <p>{t.noFunctions}</p>;
  return (
    <ActForm form={form}>
      <Select {...form.input("template")} label={t.template}>
        <option value="">{t.empty}</option>
        {templates.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <fieldset className="word-row">
        <legend>{t.name}</legend>
        <p className="hint">{t.nameHint}</p>
        <WordPair form={form} name="name" words={words} />
      </fieldset>
      <Choice {...form.choice("from")} kind="several" layout="grid" legend={t.from} options={refer} />
      <Select {...form.input("to")} label={t.to}>
        <option value="">{t.chooseFunction}</option>
        {receive.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Submit form={form}>{t.add}</Submit>
    </ActForm>
  );
}
