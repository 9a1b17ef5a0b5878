"use client";

import { useState } from "react";
import { OneButton } from "#components/account/one-button.tsx";
import { RecoveryCodes } from "#components/account/recovery-codes.tsx";
import type { AccountWords } from "#components/account/words.ts";

/** How many codes are left, and ten new ones. */
export function Recovery({ left, mayChange, words }: { left: string; mayChange: boolean; words: AccountWords }) {
  const t = words.account;
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes) return <RecoveryCodes codes={codes} words={words.codes} />;
  return (
    <section className="stack">
      <h2>{t.recovery}</h2>
      <p>{left}</p>
      {mayChange && (
        <>
          <p className="hint">{t.recoveryHint}</p>
          <OneButton<{ codes: string[] }>
            id="recovery-new"
            action="/api/account/recovery"
            words={words}
            onDone={(made) => setCodes(made.codes)}
          >
            {t.recoveryNew}
          </OneButton>
        </>
      )}
    </section>
  );
}
