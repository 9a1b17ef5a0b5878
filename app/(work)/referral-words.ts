import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReferralWords } from "#components/referral/words.ts";
import type { Reader } from "#db/referral/naming.ts";
import type { Locale } from "#lib/calendar/show-day.ts";

/** In which words this request reads a referral. */
export async function referralReader(): Promise<Reader> {
  const [t, locale] = await Promise.all([getTranslations("referral"), getLocale()]);
  return { locale: locale as Locale, aPlan: t("aPlan") };
}

/** Everything the page of a referral says, for the components in the browser. */
export async function referralWords(): Promise<ReferralWords> {
  const { referral, acts, timeline, state, standing, form, guard } = (await getMessages()) as unknown as ReferralWords;
  return { referral, acts, timeline, state, standing, form, guard };
}
