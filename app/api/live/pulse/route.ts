import { readJson } from "#app/_server/read.ts";
import { ok } from "#lib/result.ts";

/** Says whether lists can be read now: with this session, from this database. Asked while the stream is cut. */
export const GET = readJson(async () => ok(null));
