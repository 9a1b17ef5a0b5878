"use client";

import { useState } from "react";
import { OneButton } from "#components/account/one-button.tsx";
import type { AccountWords } from "#components/account/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";

/** One's meetings in one's own calendar: an address that is made, shown this once, replaced and removed. */
export function Calendar({ since, words }: { since: string | null; words: AccountWords }) {
  const { calendar: t } = words.account;
  const [address, setAddress] = useState<string>();
  const [copied, setCopied] = useState(false);
  const copy = (made: string) => navigator.clipboard.writeText(made).then(() => setCopied(true));
  return (
    <section className="stack">
      <h2>{t.title}</h2>
      <p>{t.text}</p>
      {address ? (
        <>
          <Banner kind="warning">
            <p>{t.once}</p>
          </Banner>
          <p>
            <code>{address}</code>
          </p>
          <output>{copied ? t.copied : ""}</output>
          <div className="actions">
            <Button onClick={() => void copy(address)}>{t.copy}</Button>
          </div>
        </>
      ) : (
        <>
          {since && <p>{since}</p>}
          <OneButton<{ address: string }>
            id="calendar-make"
            action="/api/account/calendar"
            words={words}
            onDone={(made) => {
              setCopied(false);
              setAddress(made.address);
            }}
          >
            {since ? t.renew : t.make}
          </OneButton>
        </>
      )}
      {since && (
        <OneButton
          id="calendar-remove"
          action="/api/account/calendar/remove"
          words={words}
          done={t.removed}
          onDone={() => setAddress(undefined)}
        >
          {t.remove}
        </OneButton>
      )}
    </section>
  );
}
