import { change } from "#app/_server/change.ts";
import { saveDraft } from "#db/draft/save.ts";
import { draftForm } from "#lib/referral/draft-form.ts";

/** Saves what somebody is filling in, again and again while they do. */
export const POST = change({ input: draftForm, run: saveDraft });
