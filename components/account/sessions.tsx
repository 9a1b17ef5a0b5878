"use client";

import { OneButton } from "#components/account/one-button.tsx";
import type { AccountWords } from "#components/account/words.ts";

/** One browser that is signed in, in words. */
export type SessionView = { id: string; browser: string; since: string; current: boolean };

/** Where one is signed in: each ends by itself, or all others at once. */
export function Sessions({ sessions, words }: { sessions: readonly SessionView[]; words: AccountWords }) {
  const t = words.account;
  const others = sessions.filter(({ current }) => !current);
  return (
    <section className="stack">
      <h2>{t.sessions}</h2>
      <ul className="lines">
        {sessions.map(({ id, browser, since, current }) => (
          <li key={id}>
            <p>
              <strong>{browser}</strong>
              {current && <span>{` · ${t.here}`}</span>}
              <br />
              <span className="hint">{since}</span>
            </p>
            {!current && (
              <OneButton
                id={`end-${id}`}
                action="/api/account/sessions/end"
                fixed={{ session: id }}
                words={words}
                done={t.ended}
              >
                <span>{t.end}</span>
                <span className="unseen">{` ${browser}, ${since}`}</span>
              </OneButton>
            )}
          </li>
        ))}
      </ul>
      {others.length === 0 ? (
        <p className="hint">{t.onlyHere}</p>
      ) : (
        <OneButton
          id="end-others"
          action="/api/account/sessions/end"
          fixed={{ session: "others" }}
          words={words}
          done={t.othersEnded}
        >
          {t.endOthers}
        </OneButton>
      )}
    </section>
  );
}
