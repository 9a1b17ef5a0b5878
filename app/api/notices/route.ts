import { readJson } from "#app/_server/read.ts";
import { readNotices } from "#db/notice/read-notices.ts";

/** The notices as data, for the list that refreshes itself. */
export const GET = readJson((tx, me, _params, query) => readNotices(tx, me, query.get("lang") === "en" ? "en" : "da"));
