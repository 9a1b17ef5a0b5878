import { readJson } from "#app/_server/read.ts";
import { readInbox } from "#db/inbox/read-inbox.ts";
import { inboxQuery } from "#lib/referral/inbox-view.ts";

/** The inbox as data: what the page shows, for the list that refreshes itself. */
export const GET = readJson((tx, me, _params, query) => readInbox(tx, me, inboxQuery.parse(Object.fromEntries(query))));
