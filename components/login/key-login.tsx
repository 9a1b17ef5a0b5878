"use client";

import { KeyButton } from "#components/account/key-button.tsx";
import type { ProofWords } from "#components/account/words.ts";

/** A login in one touch: the key itself says whose it is. */
export function KeyLogin({
  words,
  proof,
  next,
}: {
  words: { heading: string; hint: string; submit: string };
  proof: ProofWords;
  /** Where whoever logs in goes on. */
  next: string;
}) {
  return (
    <section className="stack" aria-labelledby="key-login">
      <h2 id="key-login">{words.heading}</h2>
      <p className="hint">{words.hint}</p>
      <KeyButton<{ next: string }>
        does="show"
        ask={{ action: "/api/login/key/ask", values: { which: "any" } }}
        answer={{ action: "/api/login/key", values: { next } }}
        words={proof}
        onDone={(led) => window.location.assign(led.next)}
      >
        {words.submit}
      </KeyButton>
    </section>
  );
}
