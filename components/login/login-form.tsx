"use client";

import { useActionState } from "react";
import { Button } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type State = "failed" | "away" | null;
type Words = { heading: string; email: string; password: string; submit: string; failed: string; away: string };

/** An address and a password; password managers may fill it in. What was wrong is never said. */
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
      {state && <ErrorSummary heading={words[state]} entries={[]} />}
      <TextInput id="email" name="email" type="email" label={words.email} autoComplete="username" required />
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
