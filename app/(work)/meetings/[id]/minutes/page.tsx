import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { MinutesPage } from "#components/meeting/minutes-page.tsx";
import { readMinutes } from "#db/meeting/read-minutes.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type messages from "#messages/da.json";
import { Frame } from "../../../frame.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("minutes"))("title") };
}

/** The minutes of a meeting that is closed: shown and printed from what was kept that day. */
export default async function Page({ params }: Props) {
  const [{ id }, locale, all] = await Promise.all([params, getLocale() as Promise<Locale>, getMessages()]);
  const { minutes: words, meeting } = all as unknown as typeof messages;
  const { value, frame, directory } = await readPage((tx) => readMinutes(tx, id));
  return (
    <Frame frame={frame} directory={directory} current="meetings">
      <MinutesPage
        minutes={value}
        pdf={`/api/meetings/${id}/minutes`}
        words={words}
        meeting={meeting}
        locale={locale}
      />
    </Frame>
  );
}
