"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { lazy, Suspense } from "react";
import { Stack } from "#components/layout/columns.tsx";
import { useLiveList } from "#components/live/use-live-list.ts";
import { ActionList } from "#components/meeting/action-list.tsx";
import { headWords, type MeetingWords, nameWords } from "#components/meeting/words.ts";
import { fill } from "#components/referral-form/fill.ts";
import { Tag } from "#components/ui/tag.tsx";
import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { MeetingHead, MeetingsView } from "#lib/meeting/meeting-view.ts";

/** Fetched by whoever may call a meeting, and nobody else: the page's first load stays under 180 kB that way. */
const CallForm = lazy(async () => ({
  default: (await import("#components/meeting/call-form.tsx")).CallForm<{ id: string }>,
}));

type Props = { initial: MeetingsView; url: string; today: Day; words: MeetingWords; locale: Locale; intent: string };

/** Open actions, the next meeting, earlier ones; for who calls them, the form that does. It refreshes itself. */
export function MeetingList({ initial, url, today, words, locale, intent }: Props) {
  const { data, refresh } = useLiveList<MeetingsView>({ url, initial });
  const router = useRouter();
  const { meetings } = words;
  const hasAny = data.next.length + data.earlier.length > 0;
  return (
    <Stack gap="wide">
      {(data.actions.length > 0 || hasAny) && (
        <section className="stack">
          <h2>{meetings.actions.title}</h2>
          {data.actions.length > 0 ? (
            <ActionList actions={data.actions} words={words} locale={locale} refresh={refresh} />
          ) : (
            <p>{meetings.actions.none}</p>
          )}
        </section>
      )}
      <section className="stack">
        <h2>{data.call ? meetings.call.title : meetings.next.title}</h2>
        {data.call && (
          <Suspense>
            <CallForm
              action="/api/meetings"
              fixed={{ series: data.call.series }}
              choices={data.call}
              given={{
                onDay: data.call.suggested,
                startsAt: "09:30",
                place: data.call.inTurn,
                posts: data.call.posts.filter(({ always, why }) => always || why !== null).map(({ id }) => id),
              }}
              hint={fill(meetings.call.suggested, { weeks: String(data.call.everyWeeks) })}
              submit={meetings.call.submit}
              today={today}
              words={words}
              intent={intent}
              onDone={({ id }) => router.push(`/meetings/${id}`)}
            />
          </Suspense>
        )}
        {!data.call && data.next.length === 0 && <p>{meetings.next.none}</p>}
        <Meetings heads={data.next} words={words} locale={locale} />
      </section>
      <section className="stack">
        <h2>{meetings.earlier.title}</h2>
        {data.earlier.length === 0 && <p>{meetings.earlier.none}</p>}
        <Meetings heads={data.earlier} words={words} locale={locale} />
        <SeeRatings earlier={data.earlier} words={words} />
      </section>
    </Stack>
  );
}

type Heads = { heads: readonly MeetingHead[]; words: MeetingWords; locale: Locale };

function Meetings({ heads, words, locale }: Heads) {
  const { meeting, meetings } = words;
  if (heads.length === 0) return null;
  return (
    <ul className="lines">
      {heads.map((head) => (
        <li key={head.id}>
          <div>
            <p>
              <strong>{nameWords(head, meeting)}</strong> {head.state === "held" && <Tag>{meetings.next.held}</Tag>}
              {head.state === "cancelled" && <Tag>{meeting.cancelled}</Tag>}
            </p>
            <p className="about">{headWords(head, meeting, locale)}</p>
          </div>
          <SeeMeeting head={head} words={words} />
        </li>
      ))}
    </ul>
  );
}

/** How the meetings were found, once one of them is over. */
function SeeRatings({ earlier, words: { meetings } }: { earlier: MeetingsView["earlier"]; words: MeetingWords }) {
  const last = earlier.find(({ state }) => state === "closed");
  if (!last) return null;
  return (
    <p>
      <Link href={`/meetings/${last.id}/evaluation`} prefetch={false}>
        {meetings.earlier.ratings}
      </Link>
    </p>
  );
}

/** To the minutes once there are some, else to the agenda. */
function SeeMeeting({ head, words: { meeting, meetings } }: { head: MeetingHead; words: MeetingWords }) {
  const over = head.state === "closed";
  const see = over ? meetings.earlier.see : meetings.next.see;
  return (
    <Link
      className="button"
      data-kind="secondary"
      href={over ? `/meetings/${head.id}/minutes` : `/meetings/${head.id}`}
      prefetch={false}
      aria-label={`${see}: ${nameWords(head, meeting)}`}
    >
      {see}
    </Link>
  );
}
