import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { accountWords } from "#app/_server/account-words.ts";
import { readPage } from "#app/_server/read-page.ts";
import { AddFactor } from "#components/account/add-factor.tsx";
import { Calendar } from "#components/account/calendar.tsx";
import { ChangePassword } from "#components/account/change-password.tsx";
import { Factors } from "#components/account/factors.tsx";
import { MailChoice } from "#components/account/mail-choice.tsx";
import { Partnerships } from "#components/account/partnerships.tsx";
import { ProveAgain } from "#components/account/prove-again.tsx";
import { Recovery } from "#components/account/recovery.tsx";
import { Sessions } from "#components/account/sessions.tsx";
import { Split, Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { readMailChoice } from "#db/account/mail-choice.ts";
import { readAccount } from "#db/account/my-account.ts";
import type { Member } from "#db/as-member.ts";
import { feedSince } from "#db/calendar/feed.ts";
import type { Tx } from "#db/client.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { wanted } from "#lib/login/own-path.ts";
import { ok } from "#lib/result.ts";
import { Frame } from "../frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account"))("title") };
}

async function readOwn(tx: Tx, me: Member) {
  const [account, choice, calendar] = await Promise.all([readAccount(tx), readMailChoice(tx, me), feedSince(tx)]);
  return account.ok ? ok({ mine: account.value, choice, calendar }) : account;
}

/** One's own account: how one signs in, where one is signed in now, what one gets mail about, and one's calendar. */
export default async function AccountPage({ searchParams }: PageProps<"/account">) {
  const { recovery, next } = await searchParams;
  const [locale, words, t, invitation] = await Promise.all([
    getLocale() as Promise<Locale>,
    accountWords(),
    getTranslations("account"),
    getTranslations("invitation"),
  ]);
  const { value, frame, directory } = await readPage(readOwn);
  const { mine, choice, calendar } = value;
  const has = (kind: "totp" | "passkey") => mine.factors.some((each) => each.kind === kind);
  const sessions = mine.sessions.map(({ id, browser, day, time, method, current }) => ({
    id,
    browser: browser ?? t("unknown"),
    since: `${t("since", { day: showDay(day, locale), time })} · ${t(`by.${method}`)}`,
    current,
  }));
  const factors = mine.factors.map(({ id, kind, label, day }) => ({
    id,
    title: kind === "passkey" && label ? t("named", { label }) : t(kind),
    since: t("factorSince", { day: showDay(day, locale) }),
  }));
  const partnerships = mine.partnerships.map(({ id, name, current }) => ({
    id,
    text: t(current ? "current" : "switch", { name }),
    current,
  }));
  return (
    <Frame frame={frame} directory={directory}>
      <PageHead title={t("title")} lead={mine.email} />
      {recovery === "used" && (
        <Banner kind="warning">
          <p>{t("recoveryUsed")}</p>
          {wanted(next) !== "/" && (
            <p>
              <PageLink href={wanted(next)}>{t("recoveryGoOn")}</PageLink>
            </p>
          )}
        </Banner>
      )}
      <Split>
        <Stack gap="wide">
          {mine.demo && <p>{t("demoNote")}</p>}
          {mine.issuers.length > 0 && <p>{t("provider")}</p>}
          {(factors.length > 0 || (mine.password && !mine.demo)) && (
            <>
              {!mine.strong && (
                <ProveAgain
                  ways={{ app: has("totp"), key: has("passkey"), recovery: mine.recovery > 0 }}
                  words={words}
                />
              )}
              <section className="stack">
                <h2>{t("factors")}</h2>
                {factors.length === 0 && (
                  <Banner kind="warning">
                    <p>{t("noFactor")}</p>
                  </Banner>
                )}
                <Factors factors={factors} mayChange={mine.strong} words={words} />
                {mine.strong && <AddFactor words={words} />}
              </section>
              <Recovery left={t("recoveryLeft", { count: mine.recovery })} mayChange={mine.strong} words={words} />
              {mine.strong && mine.password && <ChangePassword hint={invitation("passwordHint")} words={words} />}
            </>
          )}
        </Stack>
        <Stack gap="wide">
          <MailChoice key={choice.join()} on={choice} intent={randomUUID()} words={words} />
          <Sessions sessions={sessions} words={words} />
          <Calendar
            since={calendar && fill(t.raw("calendar.since"), { day: showDay(calendar, locale) })}
            words={words}
          />
          {partnerships.length > 1 && <Partnerships all={partnerships} words={words} />}
        </Stack>
      </Split>
    </Frame>
  );
}
