import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";

export const locales = ["da", "en"] as const;
export type Locale = (typeof locales)[number];

/** The cookie that remembers which language somebody reads. */
export const localeCookie = "locale";

/** Danish, unless somebody chose English. */
export default getRequestConfig(async () => {
  const locale: Locale = (await cookies()).get(localeCookie)?.value === "en" ? "en" : "da";
  const { default: messages } = await import(`#messages/${locale}.json`);
  return { locale, messages, timeZone: "Europe/Copenhagen" };
});
