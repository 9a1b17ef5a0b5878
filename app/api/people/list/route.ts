import { getLocale } from "next-intl/server";
import { change } from "#app/_server/change.ts";
import { inviteList, listInput } from "#db/people/invite-list.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { listGate } from "./gate.ts";

/** Invites everybody of a list, as it was tried and seen. */
export const POST = change({
  input: listInput,
  gate: listGate,
  run: async (tx, me, list) => inviteList(tx, me, { ...list, locale: (await getLocale()) as Locale }),
  next: () => "/admin/people",
});
