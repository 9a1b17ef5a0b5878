/** One row of the log as it stands in the database, every column as text; null where it is null. */
export type LogRow = {
  partnership: string;
  id: string;
  /** UTC, to the microsecond: `2026-11-24T09:15:00.123456`. */
  at: string;
  person: string | null;
  posts: readonly string[];
  kind: string;
  what: string;
  codes: readonly string[];
  /** As PostgreSQL writes jsonb. */
  detail: string | null;
};

const encoder = new TextEncoder();

/** A text with its length in bytes before it, so that no two rows are ever written the same way. */
const field = (text: string | null): string => (text === null ? "-" : `${encoder.encode(text).length}:${text}`);

/** The row as one line, which the chain's hash is made over. `logLine` in db/log/chain.ts says the same in SQL. */
export const lineOf = (row: LogRow): string =>
  [
    row.partnership,
    row.id,
    row.at,
    row.person,
    row.posts.join(","),
    row.kind,
    row.what,
    row.codes.join(","),
    row.detail,
  ]
    .map(field)
    .join("");
