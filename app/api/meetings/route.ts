import { change } from "#app/_server/change.ts";
import { readJson } from "#app/_server/read.ts";
import { call, callInput } from "#db/meeting/call.ts";
import { readMeetings } from "#db/meeting/read-meetings.ts";
import { langOf } from "./lang.ts";

/** The list of meetings as data, for the page that refreshes itself. */
export const GET = readJson((tx, me, _params, query) => readMeetings(tx, me, langOf(query)));

export const POST = change({ input: callInput, run: call, next: ({ id }) => `/meetings/${id}` });
