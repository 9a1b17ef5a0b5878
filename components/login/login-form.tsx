"use client";

import { useActionState } from "react";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type State = { problem: "failed" | "tooMany" | "away"; email: string } | null;
type Words = Record<"heading" | "email" | "password" | "submit" | NonNullable<State>["problem"], string>;

/** An address and a password; password managers may fill it in. What was wrong is never said; the address stays. */
export function LoginForm({
  words,
  action,
}: {
  words: Words;
  action: (before: State, form: FormData) => Promise<State>;
}) {
  const [state, submit, busy] = useActionState(action, null);
  return (
    <form className="form" action={submit} aria-labelledby="own-login">
      <h2 id="own-login">{words.heading}</h2>
      {state && (
        <Banner kind="urgent" live>
          <p>{words[state.problem]}</p>
        </Banner>
      )}
      <TextInput
        id="email"
        name="email"
        type="email"
        label={words.email}
        defaultValue={state?.email}
        autoComplete="username"
        required
      />
      <TextInput
        id="password"
        name="password"
        type="password"
        label={words.password}
        autoComplete="current-password"
        required
      />
      <div className="actions">
        <Button type="submit" kind="primary" busy={busy}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
