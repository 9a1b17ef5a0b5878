import { readJson } from "#app/_server/read.ts";
import { readWork } from "#db/work/read-work.ts";

/** The start page as data, for the page that refreshes itself. */
export const GET = readJson((tx, me, _params, query) => readWork(tx, me, query.get("lang") === "en" ? "en" : "da"));
