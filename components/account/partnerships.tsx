"use client";

import type { AccountWords } from "#components/account/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { useActForm } from "#components/form/use-act-form.ts";

/** One of the partnerships that somebody works in, in words. */
export type PartnershipView = { id: string; text: string; current: boolean };

/** Goes over to another partnership: everything there is another, so the whole page is drawn anew. */
export function Partnerships({ all, words }: { all: readonly PartnershipView[]; words: AccountWords }) {
  return (
    <section className="stack">
      <h2>{words.account.partnerships}</h2>
      <ul className="lines">
        {all.map((each) => (
          <li key={each.id}>{each.current ? <p>{each.text}</p> : <Switch to={each} words={words} />}</li>
        ))}
      </ul>
    </section>
  );
}

function Switch({ to, words }: { to: PartnershipView; words: AccountWords }) {
  const form = useActForm<Record<string, never>, null>({
    id: `to-${to.id}`,
    action: "/api/account/partnership",
    defaults: {},
    fixed: { partnership: to.id },
    words: words.form,
    onDone: () => window.location.assign("/"),
  });
  return (
    <ActForm form={form}>
      <Submit form={form} kind="secondary">
        {to.text}
      </Submit>
    </ActForm>
  );
}
