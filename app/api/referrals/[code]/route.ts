import { readJson } from "#app/_server/read.ts";
import { referralReader } from "#app/(work)/referral-words.ts";
import { readReferral } from "#db/referral/read-referral.ts";
import type { ReferralView } from "#lib/referral/referral-view.ts";

/** One referral as data, for the panel beside a list: what its page shows, and no more. */
export const GET = readJson<ReferralView, { code: string }>(async (tx, me, { code }) =>
  readReferral(tx, me, { code, reader: await referralReader() }),
);
