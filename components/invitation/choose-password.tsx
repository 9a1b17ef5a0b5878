"use client";

import { useRouter } from "next/navigation";
import type { EnrolWords } from "#components/account/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import { TextInput } from "#components/ui/text-input.tsx";

/** The first step of the invitation that `of` marks. The address stands there so that a password manager keeps both. */
export function ChoosePassword({ email, of, words }: { email: string; of: string; words: EnrolWords }) {
  const t = words.invitation;
  const router = useRouter();
  const form = useActForm<{ email: string; password: string }, null>({
    id: "choose",
    passing: true,
    action: "/api/invitation/password",
    defaults: { email, password: "" },
    fixed: { of },
    words: words.form,
    onDone: () => router.refresh(),
  });
  return (
    <section className="stack">
      <h2>{t.first}</h2>
      <ActForm form={form} enter>
        <TextInput {...form.input("email")} label={t.email} autoComplete="username" readOnly />
        <TextInput
          {...form.input("password")}
          type="password"
          label={t.password}
          hint={t.passwordHint}
          autoComplete="new-password"
        />
        <Submit form={form}>{t.go}</Submit>
      </ActForm>
    </section>
  );
}
