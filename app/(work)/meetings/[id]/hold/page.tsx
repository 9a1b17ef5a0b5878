import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { read } from "#app/_server/read.ts";
import { Deck } from "#components/meeting/deck.tsx";
import { Toasts } from "#components/ui/toasts.tsx";
import { readMeeting } from "#db/meeting/read-meeting.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { meetingWords } from "../../meeting-words.ts";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meeting"))("hold.title") };
}

/** The meeting itself, made for a projector: without the frame, so that the room sees the case and nothing else. */
export default async function HoldPage({ params }: Props) {
  const [{ id }, locale, words, t] = await Promise.all([
    params,
    getLocale() as Promise<Locale>,
    meetingWords(),
    getTranslations("shell"),
  ]);
  const view = await read((tx, me) => readMeeting(tx, me, { id, lang: locale }));
  if (view.state === "called" || view.state === "cancelled") redirect(`/meetings/${id}`);
  if (view.state === "closed") redirect(`/meetings/${id}/minutes`);
  return (
    <Toasts label={t("toasts")}>
      <Deck initial={view} url={`/api/meetings/${id}?lang=${locale}`} words={words} locale={locale} />
    </Toasts>
  );
}
