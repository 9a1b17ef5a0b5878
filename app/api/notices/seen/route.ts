import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { seeNotices } from "#db/notice/see-notices.ts";

/** Marks notices as read. */
export const POST = change({
  input: z.strictObject({ upTo: z.string().refine((moment) => !Number.isNaN(Date.parse(moment))) }),
  run: (tx, me, { upTo }) => seeNotices(tx, me, upTo),
  next: () => "/notices",
});
