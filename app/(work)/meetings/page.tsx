import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { PageHead } from "#components/layout/page-head.tsx";
import { MeetingList } from "#components/meeting/meeting-list.tsx";
import { readMeetings } from "#db/meeting/read-meetings.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { Frame } from "../frame.tsx";
import { meetingWords } from "./meeting-words.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("title") };
}

/** Open actions first, then the next meeting and those that are over. */
export default async function MeetingsPage() {
  const [locale, words] = await Promise.all([getLocale() as Promise<Locale>, meetingWords()]);
  const { value, frame, directory, me, say } = await readPage((tx, member) => readMeetings(tx, member, locale));
  return (
    <Frame frame={frame} directory={directory} current="meetings">
      <PageHead title={words.meetings.title} lead={words.meetings.lead} />
      <MeetingList
        initial={value}
        url={`/api/meetings?lang=${locale}`}
        today={me.today}
        words={say(words)}
        locale={locale}
        intent={randomUUID()}
      />
    </Frame>
  );
}
