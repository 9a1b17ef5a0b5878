import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkButton } from "#components/ui/link-button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("errors.notFound"))("title") };
}

/** Absent or hidden: which of them is never said. */
export default async function NotFound() {
  const t = await getTranslations("errors.notFound");
  return (
    <main className="main stack" id="main">
      <h1>{t("title")}</h1>
      <p>{t("text")}</p>
      <p>{t("code")}</p>
      <div className="actions">
        <LinkButton kind="primary" href="/">
          {t("home")}
        </LinkButton>
      </div>
    </main>
  );
}
