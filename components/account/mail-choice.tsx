"use client";

import { useAccountForm } from "#components/account/use-account-form.ts";
import type { AccountWords } from "#components/account/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { type MailKind, mailKinds } from "#lib/referral/notice-mail.ts";

type Props = { on: readonly MailKind[]; intent: string; words: AccountWords };

/** What one wants mail about. The app itself always tells everything. */
export function MailChoice({ on, intent, words }: Props) {
  const t = words.account.mail;
  const form = useAccountForm<{ on: string[] }>({
    id: "mail",
    action: "/api/account/mail",
    defaults: { on: [...on] },
    intent,
    words,
    done: t.saved,
  });
  return (
    <section className="stack">
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <ActForm form={form}>
        <Choice
          {...form.choice("on")}
          kind="several"
          layout="grid"
          legend={t.legend}
          chosen={on}
          options={mailKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <Submit form={form} kind="secondary">
          {t.save}
        </Submit>
      </ActForm>
    </section>
  );
}
