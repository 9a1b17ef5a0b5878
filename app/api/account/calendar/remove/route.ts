import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { removeFeed } from "#db/calendar/feed.ts";

export const POST = change({ input: z.strictObject({}), run: (tx) => removeFeed(tx), next: () => "/account" });
