import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { NoticeList } from "#components/notices/notice-list.tsx";
import { readNotices } from "#db/notice/read-notices.ts";
import { weekNumber } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type messages from "#messages/da.json";
import { Frame } from "../frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("notices"))("title") };
}

/** What others have done with this person's referrals lately. */
export default async function NoticesPage() {
  const [locale, all] = await Promise.all([getLocale() as Promise<Locale>, getMessages()]);
  const { notices: words } = all as unknown as typeof messages;
  const { value, frame, directory, me } = await readPage((tx, me) => readNotices(tx, me, locale));
  return (
    <Frame frame={frame} directory={directory}>
      <PageHead title={words.title} />
      <NoticeList
        initial={value}
        url={`/api/notices?lang=${locale}`}
        words={words}
        thisWeek={weekNumber(me.today)}
        intent={randomUUID()}
      />
    </Frame>
  );
}
