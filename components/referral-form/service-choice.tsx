"use client";

import type { ChangeEvent } from "react";
import type { ActForm } from "#components/form/use-act-form.ts";
import type { Values } from "#components/referral-form/values.ts";
import { Choice } from "#components/ui/choice.tsx";
import type { FormService } from "#lib/referral/new-referral.ts";

export type ServiceWords = { service: string; more: string; withoutScripts: string };

/** How many services stand on the page before "Mere …". */
const first = 5;

/** What help is needed: the first five large, the others one tap away. Another service begins its questions anew. */
export function ServiceChoice({
  form,
  services,
  chosen,
  words,
}: {
  form: ActForm<Values>;
  services: readonly FormService[];
  chosen: string | null;
  words: ServiceWords;
}) {
  const options = services.map(({ code, text }) => ({ value: code, label: text }));
  const choice = form.choice("service");
  const begin = (event: ChangeEvent<HTMLInputElement>) => {
    form.rhf.setValue("situations", []);
    void choice.input.onChange(event);
  };
  return (
    <>
      <Choice
        {...choice}
        input={{ ...choice.input, onChange: begin }}
        legend={words.service}
        kind="one"
        size="large"
        options={options.slice(0, first)}
        {...(options.length > first ? { more: { label: words.more, options: options.slice(first) } } : {})}
        chosen={chosen ? [chosen] : []}
      />
      <noscript>
        <p>{words.withoutScripts}</p>
        <ul>
          {options.map(({ value, label }) => (
            <li key={value}>
              <a href={`/referrals/new?service=${value}`}>{label}</a>
            </li>
          ))}
        </ul>
      </noscript>
    </>
  );
}
