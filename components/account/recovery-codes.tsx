"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import type { AccountWords } from "#components/account/words.ts";
import { PrintButton } from "#components/referral-form/print-button.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";

type Props = { codes: readonly string[]; words: AccountWords["codes"]; beside?: ReactNode };

/** Ten codes, shown this once: to copy, to print, and then to go on. */
export function RecoveryCodes({ codes, words, beside }: Props) {
  const [copied, setCopied] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = () => navigator.clipboard.writeText(codes.join("\n")).then(() => setCopied(true));
  return (
    <section className="stack recovery">
      <h2 ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <p>{words.text}</p>
      <Banner kind="warning">
        <p>{words.once}</p>
      </Banner>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <output>{copied ? words.copied : ""}</output>
      <div className="actions">
        {beside}
        <Button onClick={() => void copy()}>{words.copy}</Button>
        <PrintButton label={words.print} />
      </div>
    </section>
  );
}
