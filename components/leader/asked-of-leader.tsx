"use client";

import { useRouter } from "next/navigation";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { type ActFormWords, useActForm } from "#components/form/use-act-form.ts";
import { Facts } from "#components/ui/facts.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import type { AskedRow } from "#lib/referral/leader-view.ts";

export type AskedWords = {
  title: string;
  lead: string;
  no: string;
  code: string;
  to: string;
  since: string;
  do: string;
  sure: string;
  yes: string;
  back: string;
  done: string;
};

type Saying = { words: AskedWords; form: ActFormWords; locale: Locale };

/** Residents who cannot be asked: the leader says for each whether the name may be given, and sees no more of it. */
export function AskedOfLeader({ rows, ...saying }: Saying & { rows: readonly (AskedRow & { intent: string })[] }) {
  const { words } = saying;
  return (
    <section className="panel stack" aria-labelledby="asked-title">
      <h2 id="asked-title">{words.title}</h2>
      <p>{words.lead}</p>
      <p>{words.no}</p>
      {rows.map((row) => (
        <Asked key={row.code} row={row} {...saying} />
      ))}
    </section>
  );
}

function Asked({ row, words, form: formWords, locale }: Saying & { row: AskedRow & { intent: string } }) {
  const { code, service, to, since, intent } = row;
  const router = useRouter();
  const show = useToasts();
  const plain = code.replace("-", "");
  const form = useActForm<Record<string, never>>({
    id: `approve-${plain}`,
    action: `/api/referrals/${plain}/approve`,
    defaults: {},
    intent,
    words: formWords,
    onDone: () => {
      show({ text: fill(words.done, { code }) });
      router.refresh();
    },
  });
  return (
    <ActForm form={form}>
      <h3>{service}</h3>
      <Facts
        facts={[
          { name: words.code, value: <span className="code">{code}</span> },
          { name: words.to, value: to },
          { name: words.since, value: showDay(since, locale) },
        ]}
      />
      <Submit form={form} asks={{ question: fill(words.sure, { code, to }), yes: words.yes, no: words.back }}>
        {words.do}
      </Submit>
    </ActForm>
  );
}
