"use client";

import { useAccountForm } from "#components/account/use-account-form.ts";
import type { AccountWords } from "#components/account/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type Values = { old: string; password: string };

/** Another password, by whoever knows the old one. */
export function ChangePassword({ hint, words }: { hint: string; words: AccountWords }) {
  const t = words.account;
  const form = useAccountForm<Values>({
    id: "password",
    passing: true,
    action: "/api/account/password",
    defaults: { old: "", password: "" },
    words,
    done: t.changed,
  });
  return (
    <section className="stack">
      <h2>{t.password}</h2>
      <ActForm form={form} enter>
        <TextInput {...form.input("old")} type="password" label={t.old} autoComplete="current-password" />
        <TextInput {...form.input("password")} type="password" label={t.new} hint={hint} autoComplete="new-password" />
        <Submit form={form} kind="secondary">
          {t.change}
        </Submit>
      </ActForm>
    </section>
  );
}
