import { getLocale } from "next-intl/server";
import { change } from "#app/_server/change.ts";
import { answerInput, answerRequest } from "#db/people/requests.ts";
import type { Locale } from "#lib/calendar/show-day.ts";

export const POST = change({
  input: answerInput,
  run: async (tx, me, answer) => answerRequest(tx, me, { ...answer, locale: (await getLocale()) as Locale }),
  next: () => "/admin/people",
});
