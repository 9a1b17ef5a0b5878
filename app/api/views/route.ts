import { change } from "#app/_server/change.ts";
import { addressOf } from "#app/(work)/inbox/address.ts";
import { keepView } from "#db/inbox/keep-view.ts";
import { keptView } from "#lib/referral/own-view.ts";

/** Keeps a view of the inbox for oneself: its filters, as codes. */
export const POST = change({ input: keptView, run: keepView, next: addressOf });
