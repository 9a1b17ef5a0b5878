import { getLocale } from "next-intl/server";
import { z } from "zod";
import { readPosted } from "#app/_server/read-posted.ts";
import { tryInput, tryList } from "#db/people/invite-list.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { listGate } from "../gate.ts";

/** Says what a list would come to; nothing of it is done or kept. */
export const POST = readPosted({
  ...listGate,
  // The browser sends a key with everything: there is nothing here to do twice.
  input: tryInput.extend({ intent: z.uuid().optional() }),
  run: async (tx, me, { file }) => tryList(tx, me, { file, locale: (await getLocale()) as Locale }),
  next: () => "/admin/people/list",
});
