import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { seeNotices } from "#db/notice/see-notices.ts";
import { parseDay } from "#lib/calendar/day.ts";

/** A moment as PostgreSQL writes it, which takes fewer words for a moment than a browser does. */
const written = /^[12]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/;
const moment = z
  .string()
  .refine((text) => written.test(text) && parseDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)));

/** Marks notices as read. */
export const POST = change({
  input: z.strictObject({ upTo: moment }),
  run: (tx, me, { upTo }) => seeNotices(tx, me, upTo),
  next: () => "/notices",
});
