import { getLocale } from "next-intl/server";
import { change } from "#app/_server/change.ts";
import { invite, inviteInput } from "#db/people/invite.ts";
import type { Locale } from "#lib/calendar/show-day.ts";

export const POST = change({
  input: inviteInput,
  run: async (tx, me, input) => invite(tx, me, { ...input, locale: (await getLocale()) as Locale }),
  next: ({ person, waits }) => (waits ? "/admin/people" : `/admin/people/${person}`),
});
