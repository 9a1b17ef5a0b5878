import { z } from "zod";
import { ownOrigin } from "#app/_server/settings.ts";
import { step } from "#app/_server/step.ts";
import { makeFeed } from "#db/calendar/feed.ts";
import { ok } from "#lib/result.ts";

/** A new address for one's calendar, shown once; the one before it is not there any more. */
export const POST = step({
  of: "account",
  input: z.strictObject({}),
  run: async ({ asMember }) => {
    const made = await asMember((tx) => makeFeed(tx));
    return made.ok ? ok({ value: { address: `${ownOrigin()}/api/calendar/${made.value.token}.ics` } }) : made;
  },
  next: () => "/account",
});
