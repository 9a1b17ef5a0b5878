"use client";

import { Conditions } from "#components/agreement/service/conditions.tsx";
import type { Option } from "#components/agreement/service/list-fields.ts";
import { MoveButtons } from "#components/agreement/service/move-buttons.tsx";
import { useRows } from "#components/agreement/service/use-rows.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Select } from "#components/ui/text-input.tsx";
import type { Route } from "#lib/agreement/agreement.ts";
import { choicesOf } from "#lib/agreement/condition.ts";
import { fill } from "#lib/fill.ts";

type Rule = { first: string; others: string[]; when: string[]; remove?: string };
type Values = { from: string[]; order: string; to: Record<string, Rule>; also: string[] };
type Props = {
  route: Route;
  /** What a rule may ask about: situations, and answers to the first questions. */
  conditions: readonly Option[];
  refer: readonly Option[];
  receive: readonly Option[];
  flaws?: Readonly<Record<string, string>> | undefined;
  words: RevisionWords;
};

/** Who refers a service, and who receives it by which rule. */
export function RouteForm({ route, conditions, refer, receive, flaws, words }: Props) {
  const { revision: t } = words;
  const first = route.to.map((_, at) => `r${at}`);
  const form = usePieceForm<Values>({
    id: "route",
    act: "/route",
    defaults: {
      from: route.from,
      order: first.join(" "),
      to: Object.fromEntries(
        route.to.map(({ when, functions: [proposed = "", ...others] }, at) => [
          `r${at}`,
          { first: proposed, others, when: choicesOf(when) },
        ]),
      ),
      also: route.also,
    },
    fixed: { service: route.service },
    flaws,
    words,
  });
  const rows = useRows(form, first);
  return (
    <section className="stack">
      <h2>{t.route}</h2>
      <ActForm form={form}>
        <Choice
          {...form.choice("from")}
          kind="several"
          layout="grid"
          legend={t.from}
          chosen={route.from}
          options={refer}
        />
        <h3>{t.service.rules}</h3>
        <p className="hint">{t.service.rulesHint}</p>
        <input type="hidden" {...rows.field} />
        {rows.keys.map((key, place) => {
          const rule = key.startsWith("r") ? route.to[Number(key.slice(1))] : undefined;
          const [proposed = "", ...others] = rule?.functions ?? [];
          const name = fill(t.service.rule, { number: String(place + 1) });
          return (
            <fieldset className="word-row" key={key}>
              <legend>{rule ? name : t.service.newRule}</legend>
              <Select {...form.input(`to.${key}.first`)} label={t.first} defaultValue={proposed}>
                {!rule && <option value="">{t.service.chooseFunction}</option>}
                {receive.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </Select>
              <Conditions choice={form.choice(`to.${key}.others`)} label={t.others} options={receive} chosen={others} />
              {conditions.length > 0 && (
                <Conditions
                  choice={form.choice(`to.${key}.when`)}
                  label={t.service.onlyIf}
                  hint={t.service.onlyIfHint}
                  options={conditions}
                  chosen={choicesOf(rule?.when)}
                />
              )}
              <div className="row-end">
                <label className="tile">
                  <input {...form.rhf.register(`to.${key}.remove`)} type="checkbox" value="yes" />
                  <span>{t.remove}</span>
                </label>
                <MoveButtons form={form.id} rows={rows} at={key} name={name} words={words} />
              </div>
            </fieldset>
          );
        })}
        <Choice
          {...form.choice("also")}
          kind="several"
          layout="grid"
          legend={t.also}
          chosen={route.also}
          options={receive}
        />
        <Submit
          form={form}
          kind="secondary"
          beside={
            <Button kind="quiet" icon="plus" onClick={rows.add}>
              {t.service.addRule}
            </Button>
          }
        >
          {t.save}
        </Submit>
      </ActForm>
    </section>
  );
}
