import { change } from "#app/_server/change.ts";
import { addressOf } from "#app/(work)/inbox/address.ts";
import { dropView } from "#db/inbox/drop-view.ts";
import { droppedView } from "#lib/referral/own-view.ts";

/** Takes one of one's own views away. */
export const POST = change({ input: droppedView, run: dropView, next: addressOf });
