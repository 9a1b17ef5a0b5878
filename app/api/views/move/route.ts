import { change } from "#app/_server/change.ts";
import { addressOf } from "#app/(work)/inbox/address.ts";
import { moveView } from "#db/inbox/move-view.ts";
import { movedView } from "#lib/referral/own-view.ts";

/** Puts one of one's own views before or after its neighbour. */
export const POST = change({ input: movedView, run: moveView, next: addressOf });
