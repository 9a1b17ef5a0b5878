import { change } from "#app/_server/change.ts";
import { log } from "#db/referral/log.ts";
import { logForm } from "#lib/referral/log-form.ts";

/** Logs a referral: sent to a post, or solved on the spot. */
export const POST = change({
  input: logForm,
  run: (tx, me, form) => log(tx, me, form),
  next: ({ code }) => `/referrals/${code}/receipt`,
});
