"use client";

import { CodeForm, digits } from "#components/account/code-form.tsx";
import { QrCode, type ToScan } from "#components/account/qr-code.tsx";
import type { ProofWords } from "#components/account/words.ts";

type Props<Value> = {
  scan: ToScan;
  action: string;
  words: ProofWords;
  fixed?: Readonly<Record<string, string>>;
  onDone: (value: Value) => void;
};

/** An app learns a secret, and shows its first code. */
export function NewApp<Value>({ scan, action, words, fixed, onDone }: Props<Value>) {
  const t = words.proof;
  return (
    <>
      <p>{t.appHint}</p>
      <QrCode scan={scan} label={t.qr} />
      <p>
        <span>{t.typed}</span> <code className="typed-key">{scan.text}</code>
      </p>
      <CodeForm<Value>
        id="new-app"
        action={action}
        label={t.firstCode}
        submit={t.confirm}
        input={digits}
        words={words}
        {...(fixed && { fixed })}
        onDone={onDone}
      />
    </>
  );
}
