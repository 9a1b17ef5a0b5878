"use client";

import { useRouter } from "next/navigation";
import { intentFrom } from "#components/form/intent-from.ts";
import { Stack } from "#components/layout/columns.tsx";
import { useLiveList } from "#components/live/use-live-list.ts";
import { ActionList } from "#components/meeting/action-list.tsx";
import { CallNext } from "#components/meeting/call-next.tsx";
import { headWords, type MeetingWords, nameWords } from "#components/meeting/words.ts";
import { PageLink } from "#components/ui/page-link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { MeetingHead, MeetingsView } from "#lib/meeting/meeting-view.ts";

type Props = { initial: MeetingsView; url: string; today: Day; words: MeetingWords; locale: Locale; intent: string };

/** Open actions, the next meeting, earlier ones; for who calls them, the forms that do. It refreshes itself. */
export function MeetingList({ initial, url, today, words, locale, intent }: Props) {
  const { data, refresh } = useLiveList<MeetingsView>({ url, initial });
  const router = useRouter();
  const { meetings } = words;
  const hasAny = data.next.length + data.earlier.length > 0;
  // A series that meets every few weeks always has a next meeting: while it has none, that is what one comes for. It may not
  // hang on what else is called: the form would move, and lose what is typed, when somebody calls another meeting.
  const first = data.calls.find(({ cadence }) => "everyWeeks" in cadence);
  const calling = (each: MeetingsView["calls"][number]) => ({
    call: each,
    intent: intentFrom(intent, data.calls.indexOf(each)),
    today,
    words,
    onDone: ({ id }: { id: string }) => router.push(`/meetings/${id}`),
  });
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
        {first && <CallNext key={first.series} {...calling(first)} first />}
        {(!first || data.next.length > 0) && <h2>{meetings.next.title}</h2>}
        {!first && data.next.length === 0 && <p>{meetings.next.none}</p>}
        <Meetings heads={data.next} words={words} locale={locale} />
        {data.calls
          .filter((call) => call !== first)
          .map((call) => (
            <CallNext key={call.series} {...calling(call)} first={false} />
          ))}
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
              <strong>{nameWords(head, meeting)}</strong> {head.state === "held" && <Tag>{meetings.next.held}</Tag>}{" "}
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
      <PageLink href={`/meetings/${last.id}/evaluation`}>{meetings.earlier.ratings}</PageLink>
    </p>
  );
}

/** To the minutes once there are some, else to the agenda. */
function SeeMeeting({ head, words: { meeting, meetings } }: { head: MeetingHead; words: MeetingWords }) {
  const over = head.state === "closed";
  const see = over ? meetings.earlier.see : meetings.next.see;
  return (
    <PageLink
      className="button"
      data-kind="secondary"
      href={over ? `/meetings/${head.id}/minutes` : `/meetings/${head.id}`}
      aria-label={`${see}: ${nameWords(head, meeting)}`}
    >
      {see}
    </PageLink>
  );
}
