"use client";

import { useState } from "react";
import { OneButton } from "#components/account/one-button.tsx";
import { Proof, type Ways } from "#components/account/proof.tsx";
import type { AccountWords } from "#components/account/words.ts";

/** Before anything of an account is changed: who signed in may have left their desk. */
export function ProveAgain({ ways, words }: { ways: Ways; words: AccountWords }) {
  const t = words.account;
  const [begun, setBegun] = useState(false);
  return (
    <section className="panel stack">
      <h2>{t.proveTitle}</h2>
      <p>{t.proveText}</p>
      {begun ? (
        <Proof ways={ways} words={words} />
      ) : (
        <OneButton id="prove" action="/api/account/prove" words={words} onDone={() => setBegun(true)}>
          {t.prove}
        </OneButton>
      )}
    </section>
  );
}
