import { asMember } from "#db/as-member.ts";
import { ok } from "#lib/result.ts";
import { pool } from "./pool.ts";
import { tokenOf } from "./token.ts";

/** Does this browser hold a live session? Only to lead somebody on; it opens nothing. */
export const isSignedIn = async (): Promise<boolean> =>
  (await asMember(pool(), await tokenOf(), async () => ok(null), { again: true })).ok;
