import { readPosted } from "#app/_server/read-posted.ts";
import { referralReader } from "#app/(work)/referral-words.ts";
import { beHere } from "#db/referral/be-here.ts";
import { type PresenceInput, type Present, presenceInput } from "#lib/referral/presence.ts";

/**
 * A screen says that the referral stands on it, and hears who else has it open. No change of the referral, and so without a
 * key and without a trace: what is said is forgotten within a minute.
 */
export const POST = readPosted<PresenceInput, Present[], { code: string }>({
  input: presenceInput,
  run: async (tx, me, { there }, { code }) => beHere(tx, me, { code, there, reader: await referralReader() }),
  next: (_present, { code }) => `/referrals/${code}`,
  counts: "presence",
  again: true,
});
