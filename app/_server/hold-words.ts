import { getTranslations } from "next-intl/server";
import type { HoldWords } from "#components/form/hold-dialog.tsx";

/** What is asked before a page is left with something that was not sent. */
export async function holdWords(): Promise<HoldWords> {
  const t = await getTranslations("leaving");
  return {
    title: t("title"),
    kept: t("kept"),
    lost: t("lost"),
    offlineTitle: t("offlineTitle"),
    offline: t("offline"),
    stay: t("stay"),
    keep: t("keep"),
    drop: t("drop"),
  };
}
