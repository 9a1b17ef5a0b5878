import { change } from "#app/_server/change.ts";
import { exportLog } from "#db/log/search-log.ts";
import { logExport } from "#lib/log/log-input.ts";

/** Says what a search is carried out for; the file is fetched right after. */
export const POST = change({ input: logExport, run: exportLog, next: ({ search }) => `/api/log/export/${search}` });
