import { change } from "#app/_server/change.ts";
import { searchLog } from "#db/log/search-log.ts";
import { logSearch } from "#lib/log/log-input.ts";

/** Asks the log something. A code is sent, and never stands in an address; the answer is found by the search's own id. */
export const POST = change({ input: logSearch, run: searchLog, next: ({ id }) => `/log?search=${id}` });
