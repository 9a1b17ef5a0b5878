"use client";

import { useState } from "react";
import { KeyButton } from "#components/account/key-button.tsx";
import { NewApp } from "#components/account/new-app.tsx";
import type { ToScan } from "#components/account/qr-code.tsx";
import { RecoveryCodes } from "#components/account/recovery-codes.tsx";
import type { EnrolWords } from "#components/account/words.ts";
import { Button } from "#components/ui/button.tsx";

type Enrolled = { codes: readonly string[] };
const answer = "/api/invitation/factor";

/** The second step of the invitation that `of` marks: an app or a passkey; then the codes, once, and one is in. */
export function ChooseFactor({ scan, of, words }: { scan: ToScan; of: string; words: EnrolWords }) {
  const t = words.invitation;
  const [codes, setCodes] = useState<readonly string[]>();
  const done = (enrolled: Enrolled) => setCodes(enrolled.codes);
  if (codes)
    return (
      <RecoveryCodes
        codes={codes}
        words={words.codes}
        beside={
          <Button kind="primary" onClick={() => window.location.assign("/")}>
            {t.enter}
          </Button>
        }
      />
    );
  return (
    <section className="stack">
      <h2>{t.second}</h2>
      <p>{t.secondHint}</p>
      <div className="ways">
        <section className="panel stack">
          <h3>{words.proof.newKey}</h3>
          <p>{words.proof.newKeyHint}</p>
          <KeyButton<Enrolled>
            does="make"
            ask={{ action: "/api/invitation/key/ask", values: { of } }}
            answer={{ action: answer, values: { of } }}
            words={words}
            onDone={done}
          >
            {words.proof.makeKey}
          </KeyButton>
        </section>
        <section className="panel stack">
          <h3>{words.proof.app}</h3>
          <NewApp<Enrolled> scan={scan} action={answer} fixed={{ of }} words={words} onDone={done} />
        </section>
      </div>
      {/* A whole new page: the first step, where the second took too long. */}
      <div className="actions">
        <Button kind="quiet" onClick={() => window.location.assign("/invitation")}>
          {t.startOver}
        </Button>
      </div>
    </section>
  );
}
