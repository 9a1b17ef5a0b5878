"use client";

import { CodeForm, digits, letters } from "#components/account/code-form.tsx";
import { KeyButton } from "#components/account/key-button.tsx";
import type { ProofWords } from "#components/account/words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";

/** What somebody can show besides a password. */
export type Ways = { app: boolean; key: boolean; recovery: boolean };
type Next = { next: string };

type ProofProps = {
  ways: Ways;
  words: ProofWords;
  next?: string;
  /** The mark of the login that it is part of: another tab may have begun another since. */
  of?: string;
};

/** Shows who one is, in one of the ways that the account has, and goes on with a new token, to `next`. */
export function Proof({ ways, words, next, of }: ProofProps) {
  const login: Record<string, string> = of === undefined ? {} : { of };
  const fixed = { ...login, ...(next === undefined ? {} : { next }) };
  const t = words.proof;
  // A whole new page: nothing that was drawn under the old token stays.
  const goOn = (led: Next) => window.location.assign(led.next);
  return (
    <>
      {ways.key && (
        <KeyButton<Next>
          does="show"
          ask={{ action: "/api/login/key/ask", values: { ...login, which: "own" } }}
          answer={{ action: "/api/login/key", values: fixed }}
          kind={ways.app ? "secondary" : "primary"}
          words={words}
          onDone={goOn}
        >
          {t.useKey}
        </KeyButton>
      )}
      {ways.app && (
        <CodeForm<Next>
          id="app"
          action="/api/login/code"
          label={t.code}
          hint={t.codeHint}
          submit={t.useCode}
          input={digits}
          fixed={fixed}
          words={words}
          onDone={goOn}
        />
      )}
      {ways.recovery && (
        <Disclosure label={t.recovery}>
          <CodeForm<Next>
            id="recovery"
            action="/api/login/code"
            label={t.recoveryCode}
            hint={t.recoveryHint}
            submit={t.useRecovery}
            kind="secondary"
            input={letters}
            fixed={fixed}
            words={words}
            onDone={goOn}
          />
        </Disclosure>
      )}
    </>
  );
}
