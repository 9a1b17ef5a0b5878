import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { toldToResidents } from "#app/_server/told-to-residents.ts";
import { LocaleSwitch } from "#components/layout/locale-switch.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { keptYears } from "#lib/anonymity/retention.ts";
import type { Locale } from "#lib/calendar/show-day.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("resident"))("title") };
}

/** For the resident, without a login: what is written down, what never is, who sees it, and how to say no. */
export default async function ResidentPage() {
  const [t, login, locale, told] = [
    await getTranslations("resident"),
    await getTranslations("login"),
    (await getLocale()) as Locale,
    await toldToResidents(),
  ];
  return (
    <main className="login resident" id="main">
      <h1>{t("title")}</h1>
      <p className="lead">{t("lead")}</p>
      <Part title={t("what.title")}>
        <ul>
          {(["code", "need", "age", "letter", "yes", "note"] as const).map((each) => (
            <li key={each}>{t(`what.${each}`)}</li>
          ))}
        </ul>
      </Part>
      <Part title={t("never.title")}>
        <p>{t("never.text")}</p>
        <p>{t("never.trace")}</p>
      </Part>
      <Part title={t("no.title")}>
        <p>{t("no.text")}</p>
      </Part>
      <Part title={t("name.title")}>
        <p>{t("name.text")}</p>
      </Part>
      <Part title={t("sees.title")}>
        <p>{t("sees.text")}</p>
        {told.map(({ partnership, receivers, services }) => (
          <div className="stack" key={partnership}>
            <h3>{t("sees.receivers")}</h3>
            <List items={receivers} />
            <h3>{t("sees.services")}</h3>
            <List items={services.map((words) => words[locale])} />
          </div>
        ))}
      </Part>
      <Part title={t("long.title")}>
        <p>{t("long.text", { months: keptYears * 12 })}</p>
      </Part>
      <Part title={t("rights.title")}>
        <p>{t("rights.text")}</p>
        <p>{t("rights.complain")}</p>
      </Part>
      <Part title={t("who.title")}>
        <p>{t("who.text")}</p>
        {told.map(({ partnership, controllers }) => (
          <div className="stack" key={partnership}>
            <h3>{t("who.partnership", { name: partnership })}</h3>
            <List items={controllers} />
          </div>
        ))}
        <p>{t("who.dpo")}</p>
      </Part>
      <div className="actions">
        <LocaleSwitch locale={locale} label={login("language")} />
        <PageLink href="/login">{t("back")}</PageLink>
      </div>
    </main>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="stack">
    <h2>{title}</h2>
    {children}
  </section>
);

const List = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
);
