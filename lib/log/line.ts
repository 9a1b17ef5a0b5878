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
  referrals: readonly string[];
  /** As PostgreSQL writes jsonb. */
  detail: string | null;
};

/** Bytes of a text in UTF-8, without encoding it: a million rows are checked in seconds. */
function bytesOf(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // Both halves of a surrogate pair together make four bytes, any other sign beyond Latin three.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/** A text with its length in bytes before it, so that no two rows are ever written the same way. */
const field = (text: string | null): string => (text === null ? "-" : `${bytesOf(text)}:${text}`);

/** The row as one line, which the chain's hash is made over. `logLine` in db/log/chain.ts says the same in SQL. */
export const lineOf = ({ partnership, id, at, person, posts, kind, what, referrals, detail }: LogRow): string =>
  field(partnership) +
  field(id) +
  field(at) +
  field(person) +
  field(posts.join(",")) +
  field(kind) +
  field(what) +
  field(referrals.join(",")) +
  field(detail);
