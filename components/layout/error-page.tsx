"use client";

import { useErrorWords } from "#components/layout/error-words.tsx";

/** All that the browser is told of a fault on the server is its digest; this one says that the database is away. */
const databaseAway = "database-away";

const digestOf = (error: unknown) => (error instanceof Error && "digest" in error ? error.digest : undefined);

/**
 * Instead of a page that could not be shown: what happened, that nothing is lost, and how to go on. Every page loads it, so
 * it is plain HTML; and a page that failed is better left by loading another whole.
 */
export function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useErrorWords();
  const { title, text, again, home } = digestOf(error) === databaseAway ? words.away : words.failed;
  return (
    <main className="main stack" id="main">
      <h1>{title}</h1>
      <p role="alert">{text}</p>
      <div className="actions">
        <button type="button" className="button" data-kind="primary" onClick={retry}>
          {again}
        </button>
        {/* oxlint-disable-next-line next/no-html-link-for-pages -- a whole load is what may mend the page */}
        <a className="button" data-kind="secondary" href="/">
          {home}
        </a>
      </div>
    </main>
  );
}
