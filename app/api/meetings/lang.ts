import type { Words } from "#lib/agreement/words.ts";

/** The language in which data is named; Danish, unless English is asked for. */
export const langOf = (query: URLSearchParams): keyof Words => (query.get("lang") === "en" ? "en" : "da");
