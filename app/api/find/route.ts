import { getLocale } from "next-intl/server";
import { readPosted } from "#app/_server/read-posted.ts";
import { findReferrals } from "#db/find/find-referrals.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { findQuery } from "#lib/referral/find-query.ts";

/** Finds a referral. What is looked for is sent, and never stands in an address. */
export const POST = readPosted({
  input: findQuery,
  run: async (tx, me, query) => findReferrals(tx, me, query, (await getLocale()) as Locale),
  next: ({ rows: [first] }) => (first?.opens ? `/referrals/${first.code}` : "/find"),
});
