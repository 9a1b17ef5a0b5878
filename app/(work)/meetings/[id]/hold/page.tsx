import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { saysForum } from "#app/_server/forum-said.ts";
import { holdWords } from "#app/_server/hold-words.ts";
import { read } from "#app/_server/read.ts";
import { pageMark } from "#app/_server/whose.ts";
import { HoldDialog } from "#components/form/hold-dialog.tsx";
import { WhosePage } from "#components/form/whose-page.tsx";
import { Deck } from "#components/meeting/deck.tsx";
import { SessionWatch } from "#components/session/session-watch.tsx";
import { Toasts } from "#components/ui/toasts.tsx";
import { directoryOf } from "#db/directory/directory.ts";
import { readMeeting } from "#db/meeting/read-meeting.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { ok } from "#lib/result.ts";
import { sessionWords } from "../../../session-words.ts";
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
  const { view, whose, forum } = await read(async (tx, me) => {
    const [meeting, directory] = await Promise.all([readMeeting(tx, me, { id, lang: locale }), directoryOf(tx, me)]);
    return meeting.ok ? ok({ view: meeting.value, whose: pageMark(me), forum: directory.forum }) : meeting;
  });
  if (view.state === "called" || view.state === "cancelled") redirect(`/meetings/${id}`);
  if (view.state === "closed") redirect(`/meetings/${id}/minutes`);
  const say = await saysForum(forum);
  return (
    <WhosePage whose={whose}>
      <Toasts label={t("toasts")}>
        <SessionWatch quiet whose={whose} words={await sessionWords()} />
        <Deck initial={view} url={`/api/meetings/${id}?lang=${locale}`} words={say(words)} locale={locale} />
      </Toasts>
      <HoldDialog words={await holdWords()} />
    </WhosePage>
  );
}
