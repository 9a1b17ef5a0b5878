const codes = [
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EPIPE",
  "ETIMEDOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "CONNECT_TIMEOUT",
  "57P01",
  "57P02",
  "57P03",
  "53300",
];

/** The database is away. Its digest is all that reaches the browser, where the page then says so. */
export class DatabaseAway extends Error {
  readonly digest = "database-away";
}

/** Is the database away, rather than our own code wrong? By its code, or that of what caused it. */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, errors } = error as Error & { code?: string; errors?: unknown[] };
  return codes.includes(code ?? "") || (errors ?? []).some(isDatabaseAway) || isDatabaseAway(error.cause);
}
