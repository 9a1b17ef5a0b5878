import { readJson } from "#app/_server/read.ts";
import { countUnread } from "#db/notice/count-unread.ts";
import { ok } from "#lib/result.ts";

/** How many notices somebody has not seen, for the bell of every open page. */
export const GET = readJson(async (tx, me) => ok({ unread: await countUnread(tx, me) }));
