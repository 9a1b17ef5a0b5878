"use client";

import { OneButton } from "#components/account/one-button.tsx";
import type { AccountWords } from "#components/account/words.ts";

/** One second step, in words. */
export type FactorView = { id: string; title: string; since: string };

/** What one has besides a password. `mayChange`: it was shown lately. The last one stays. */
export function Factors({
  factors,
  mayChange,
  words,
}: {
  factors: readonly FactorView[];
  mayChange: boolean;
  words: AccountWords;
}) {
  const t = words.account;
  const last = factors.length === 1;
  return (
    <>
      <ul className="lines">
        {factors.map(({ id, title, since }) => (
          <li key={id}>
            <p>
              <strong>{title}</strong>
              <br />
              <span className="hint">{since}</span>
            </p>
            {mayChange && !last && (
              <OneButton
                id={`remove-${id}`}
                action="/api/account/factors/remove"
                fixed={{ factor: id }}
                words={words}
                done={t.removed}
              >
                <span>{t.remove}</span>
                <span className="unseen">{` ${title}, ${since}`}</span>
              </OneButton>
            )}
          </li>
        ))}
      </ul>
      {mayChange && last && <p className="hint">{t.lastOne}</p>}
    </>
  );
}
