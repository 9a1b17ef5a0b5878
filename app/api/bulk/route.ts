import { change } from "#app/_server/change.ts";
import { performSeveral } from "#db/referral/perform-several.ts";
import { bulkInput } from "#lib/referral/bulk-input.ts";

/** The same act on several referrals, and its one Fortryd. */
export const POST = change({ input: bulkInput, run: performSeveral, next: () => "/inbox" });
