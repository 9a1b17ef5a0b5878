import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { Agenda } from "#components/meeting/agenda.tsx";
import { readMeeting } from "#db/meeting/read-meeting.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { Frame } from "../../frame.tsx";
import { meetingWords } from "../meeting-words.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meeting"))("agenda.title") };
}

/** A meeting before it begins. Once it is closed there are its minutes. */
export default async function MeetingPage({ params }: Props) {
  const [{ id }, locale, words] = await Promise.all([params, getLocale() as Promise<Locale>, meetingWords()]);
  const { value, frame, directory, say } = await readPage((tx, me) => readMeeting(tx, me, { id, lang: locale }));
  if (value.state === "closed") redirect(`/meetings/${id}/minutes`);
  return (
    <Frame frame={frame} directory={directory} current="meetings">
      <Agenda
        initial={value}
        url={`/api/meetings/${id}?lang=${locale}`}
        words={say(words)}
        locale={locale}
        intent={randomUUID()}
      />
    </Frame>
  );
}
