import { z } from "zod";

/** Seconds after which whoever has said nothing any more is gone. The database's own policy says the same. */
export const presentSeconds = 40;

/** Seconds between two words of somebody who is there: two of them may be lost. */
export const tellEvery = 15;

/** What a screen says: that the referral stands on it, or no longer does. */
export const presenceInput = z.object({ there: z.boolean() });
export type PresenceInput = z.infer<typeof presenceInput>;

/** Somebody who has the referral open too, as a function: `colleague` is another person of one of my own. */
export type Present = { post: string; colleague: boolean };
