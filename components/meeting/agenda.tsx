"use client";

import { useRouter } from "next/navigation";
import { lazy, Suspense } from "react";
import { Panel, Split, Stack } from "#components/layout/columns.tsx";
import { PageHead } from "#components/layout/page-head.tsx";
import { useLiveList } from "#components/live/use-live-list.ts";
import { ActionList } from "#components/meeting/action-list.tsx";
import { AgendaList } from "#components/meeting/agenda-list.tsx";
import { useMeetingAct } from "#components/meeting/use-meeting-act.ts";
import { useRebuilt } from "#components/meeting/use-rebuilt.ts";
import { headWords, type MeetingWords, nameWords } from "#components/meeting/words.ts";
import { AskFirst } from "#components/ui/ask-first.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { isOpen, type MeetingView } from "#lib/meeting/meeting-view.ts";

/** What is not read at once comes after the page; what the convener alone needs, whoever is called never loads. */
const PointForm = lazy(async () => ({ default: (await import("#components/meeting/point-form.tsx")).PointForm }));
const GuestList = lazy(async () => ({ default: (await import("#components/meeting/guest-list.tsx")).GuestList }));
const ChangeCall = lazy(async () => ({ default: (await import("#components/meeting/change-call.tsx")).ChangeCall }));
const CancelCall = lazy(async () => ({ default: (await import("#components/meeting/cancel-call.tsx")).CancelCall }));

type Props = { initial: MeetingView; url: string; words: MeetingWords; locale: Locale; intent: string };

/** A meeting before it begins: what is open from earlier ones, the agenda, points from everybody who is called. */
export function Agenda({ initial, url, words, locale, intent }: Props) {
  const { data: view, refresh } = useLiveList<MeetingView>({ url, initial });
  const { meeting, meetings } = words;
  useRebuilt({ id: view.id, when: view.convenes && view.state === "called", refresh });
  return (
    <>
      <PageHead
        title={nameWords(view, meeting)}
        lead={headWords(view, meeting, locale)}
        back={{ href: "/meetings", label: meeting.back }}
      >
        <Begin view={view} words={words} locale={locale} refresh={refresh} />
      </PageHead>
      <Split>
        <Stack gap="wide">
          {view.actions.length > 0 && (
            <section className="stack">
              <h2>{meetings.actions.title}</h2>
              <ActionList actions={view.actions} words={words} locale={locale} refresh={refresh} />
            </section>
          )}
          <section className="stack">
            <h2>{meeting.agenda.title}</h2>
            {view.items.length === 0 && <p>{view.quiet === null ? meeting.agenda.noPoints : meeting.agenda.none}</p>}
            <AgendaList view={view} words={words} refresh={refresh} />
            {view.quiet !== null && <p>{fill(meeting.agenda.quiet, { count: String(view.quiet) })}</p>}
          </section>
        </Stack>
        <Stack>
          {view.attends && isOpen(view.state) && (
            <Panel print={false}>
              <h2>{meeting.point.title}</h2>
              <Suspense>
                <PointForm id={view.id} words={words} intent={intent} refresh={refresh} />
              </Suspense>
            </Panel>
          )}
          {view.convenes && view.state === "called" && (
            <Suspense>
              {view.guests && <GuestList id={view.id} guests={view.guests} words={words} refresh={refresh} />}
              <ChangeCall view={view} words={words} refresh={refresh} />
              <CancelCall view={view} words={words} refresh={refresh} />
            </Suspense>
          )}
          <Disclosure
            label={`${meeting.people.title}: ${fill(meeting.people.count, { count: String(view.posts.length) })}`}
          >
            <ul>
              {view.posts.map(({ id, label }) => (
                <li key={id}>{label}</li>
              ))}
            </ul>
          </Disclosure>
        </Stack>
      </Split>
    </>
  );
}

function Begin({
  view,
  words: { meeting },
  locale,
  refresh,
}: Pick<Props, "words" | "locale"> & { view: MeetingView; refresh: () => Promise<void> }) {
  const router = useRouter();
  const { act, busy } = useMeetingAct({ unsent: meeting.unsent, refresh });
  const hold = `/meetings/${view.id}/hold`;
  if (view.state === "held")
    return (
      <PageLink className="button" data-kind="primary" href={hold}>
        {view.convenes ? meeting.resume : meeting.follow}
      </PageLink>
    );
  if (view.state === "cancelled") return <Tag>{meeting.cancelled}</Tag>;
  if (!view.convenes) return null;
  const begin = async () => {
    const answer = await act({ action: `/api/meetings/${view.id}/start` });
    if (answer?.ok) router.push(hold);
  };
  const { begin: says } = meeting;
  const fixed = fill(says.lead, { items: String(view.items.length), posts: String(view.posts.length) });
  const other = view.onDay === view.today ? [] : [fill(says.other, { day: showDay(view.onDay, locale) })];
  return (
    <AskFirst
      label={meeting.start}
      question={[...other, fixed].join(" ")}
      yes={says.yes}
      no={says.no}
      busy={busy}
      onYes={() => void begin()}
    />
  );
}
