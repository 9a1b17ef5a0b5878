import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { readPage } from "#app/_server/read-page.ts";
import { CorrectMinutes } from "#components/meeting/correct-minutes.tsx";
import { MinutesPage } from "#components/meeting/minutes-page.tsx";
import { ReopenMeeting } from "#components/meeting/reopen-meeting.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { readMinutes } from "#db/meeting/read-minutes.ts";
import { reopening } from "#db/meeting/reopen.ts";
import { toRate } from "#db/meeting/to-rate.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { ok } from "#lib/result.ts";
import type messages from "#messages/da.json";
import { Frame } from "../../../frame.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("minutes"))("title") };
}

/** The minutes of a meeting that is closed: shown and printed from what was kept that day, and put right until approved. */
export default async function Page({ params }: Props) {
  const [{ id }, locale, all] = await Promise.all([params, getLocale() as Promise<Locale>, getMessages()]);
  const { minutes: words, meeting, form, guard } = all as unknown as typeof messages;
  const { value, frame, directory, me } = await readPage(async (tx, reader) => {
    const [minutes, rated] = await Promise.all([readMinutes(tx, id), toRate(tx)]);
    if (!minutes.ok) return minutes;
    return ok({
      minutes: minutes.value,
      asked: rated.some((each) => each.meeting === id),
      reopen: await reopening(tx, reader, id),
    });
  });
  const { minutes, asked, reopen } = value;
  const evaluation = `/meetings/${id}/evaluation`;
  const mayCorrect = minutes.approved === null && me.duties.includes("coordinate");
  return (
    <Frame frame={frame} directory={directory} current="meetings">
      <MinutesPage
        minutes={minutes}
        pdf={`/api/meetings/${id}/minutes`}
        words={words}
        meeting={meeting}
        locale={locale}
        beside={
          <>
            {reopen && <ReopenMeeting id={id} {...reopen} words={words.reopen} unsent={meeting.unsent} />}
            {asked && (
              <p className="screen-only">
                <LinkButton href={evaluation} kind="primary">
                  {words.rate}
                </LinkButton>
              </p>
            )}
          </>
        }
      >
        {mayCorrect && <CorrectMinutes id={id} words={{ meeting, form, guard }} intent={randomUUID()} />}
        <p className="screen-only">
          <PageLink href={evaluation}>{words.ratings}</PageLink>
        </p>
      </MinutesPage>
    </Frame>
  );
}
