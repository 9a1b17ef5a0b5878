"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Select } from "#components/ui/text-input.tsx";
import type { Route } from "#lib/agreement/agreement.ts";
import { fill } from "#lib/fill.ts";

type Option = { value: string; label: string };
type Values = { from: string[]; to: Record<string, { first: string; others: string[] }>; also: string[] };
type Props = {
  route: Route;
  /** When each rule holds, in words; null for always. */
  when: readonly (string | null)[];
  refer: readonly Option[];
  receive: readonly Option[];
  words: RevisionWords;
};

/** Who refers a service, and who receives it by which rule. */
export function RouteForm({ route, when, refer, receive, words }: Props) {
  const { revision: t } = words;
  const form = usePieceForm<Values>({
    id: "route",
    act: "/route",
    defaults: {
      from: route.from,
      to: Object.fromEntries(
        route.to.map(({ functions: [first = "", ...others] }, at) => [`r${at}`, { first, others }]),
      ),
      also: route.also,
    },
    fixed: { service: route.service },
    words,
  });
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
        {route.to.map(({ functions: [, ...others] }, at) => (
          <div className="stack" key={`r${String(at)}`}>
            <h3>{fill(t.rule, { number: String(at + 1), when: when[at] ?? t.always })}</h3>
            <Select {...form.input(`to.r${at}.first`)} label={t.first}>
              {receive.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
            <Choice
              {...form.choice(`to.r${at}.others`)}
              kind="several"
              layout="grid"
              legend={t.others}
              chosen={others}
              options={receive}
            />
          </div>
        ))}
        <Choice
          {...form.choice("also")}
          kind="several"
          layout="grid"
          legend={t.also}
          chosen={route.also}
          options={receive}
        />
        <Submit form={form}>{t.save}</Submit>
      </ActForm>
    </section>
  );
}
