import { getTranslations } from "next-intl/server";
import type { SessionWords } from "#components/session/session-dialog.tsx";

/** The clock runs in the browser, which has no messages of its own; sentences keep their place as `{time}`. */
export async function sessionWords(): Promise<SessionWords> {
  const [t, proof, form] = await Promise.all([
    getTranslations("session"),
    getTranslations("proof"),
    getTranslations("form"),
  ]);
  return {
    soonTitle: t("soonTitle"),
    soon: t.raw("soon"),
    stay: t("stay"),
    lastTitle: t("lastTitle"),
    last: t.raw("last"),
    heed: t("heed"),
    overTitle: t("overTitle"),
    over: t("over"),
    withKey: t("withKey"),
    logIn: t("logIn"),
    otherTitle: t("otherTitle"),
    other: t("other"),
    goOn: t("goOn"),
    key: { proof: { keyFailed: proof("keyFailed") }, form: { unsent: form("unsent") } },
  };
}
