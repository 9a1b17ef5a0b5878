import { getLocale } from "next-intl/server";
import { change } from "#app/_server/change.ts";
import { linkInput, sendLink } from "#db/people/invite.ts";
import type { Locale } from "#lib/calendar/show-day.ts";

export const POST = change({
  input: linkInput,
  run: async (tx, me, _input, { id }: { id: string }) =>
    sendLink(tx, me, { person: id, locale: (await getLocale()) as Locale }),
  next: (_, { id }) => `/admin/people/${id}`,
});
