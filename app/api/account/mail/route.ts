import { getLocale } from "next-intl/server";
import { change } from "#app/_server/change.ts";
import { chooseMail, mailChoiceInput } from "#db/account/mail-choice.ts";
import type { Locale } from "#lib/calendar/show-day.ts";

/** What somebody wants mail about. */
export const POST = change({
  input: mailChoiceInput,
  run: async (tx, me, { on }) => chooseMail(tx, me, { on, locale: (await getLocale()) as Locale }),
  next: () => "/account",
});
