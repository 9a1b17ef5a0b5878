import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };

export const locales = ["da", "en"] as const;
export type Locale = (typeof locales)[number];

/** The cookie that remembers which language somebody reads. */
export const localeCookie = "locale";

/** Danish, unless somebody chose English. */
export default getRequestConfig(async () => {
  const locale: Locale = (await cookies()).get(localeCookie)?.value === "en" ? "en" : "da";
  return { locale, messages: locale === "en" ? en : da, timeZone: "Europe/Copenhagen" };
});
