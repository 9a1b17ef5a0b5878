"use client";

import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { useShortcutsOn } from "#components/inbox/use-shortcuts.ts";
import { Stage } from "#components/layout/columns.tsx";
import { useLiveList } from "#components/live/use-live-list.ts";
import { ActionList } from "#components/meeting/action-list.tsx";
import { ItemFacts, itemTitle } from "#components/meeting/case-slide.tsx";
import { Decided } from "#components/meeting/decided.tsx";
import { PeopleSlide } from "#components/meeting/people-slide.tsx";
import { useDeckKeys } from "#components/meeting/use-deck-keys.ts";
import { useMeetingAct } from "#components/meeting/use-meeting-act.ts";
import { type MeetingWords, nameWords } from "#components/meeting/words.ts";
import { Button } from "#components/ui/button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import type { ItemView, MeetingView } from "#lib/meeting/meeting-view.ts";

/** What is not needed at once comes after the page; what the convener alone needs, a room that follows never loads. */
const DecidePanel = lazy(async () => ({ default: (await import("#components/meeting/decide-panel.tsx")).DecidePanel }));
const ApproveSlide = lazy(async () => ({
  default: (await import("#components/meeting/approve-slide.tsx")).ApproveSlide,
}));
const EndSlide = lazy(async () => ({ default: (await import("#components/meeting/end-slide.tsx")).EndSlide }));

type Props = { initial: MeetingView; url: string; words: MeetingWords; locale: Locale };

/** One screen of the meeting. Its key stands in the address, so that a reload comes back to it. */
type Slide = { key: string; title: string } & (
  | { kind: "people" | "minutes" | "actions" | "end" }
  | { kind: "item"; item: ItemView }
);

function slidesOf(view: MeetingView, words: MeetingWords): Slide[] {
  const { meeting, meetings } = words;
  return [
    { key: "people", kind: "people", title: meeting.came.title },
    ...(view.minutes.length > 0 ? [{ key: "minutes", kind: "minutes" as const, title: meeting.approve.title }] : []),
    ...(view.actions.length > 0 ? [{ key: "actions", kind: "actions" as const, title: meetings.actions.title }] : []),
    ...view.items.map((item) => ({ key: item.id, kind: "item" as const, item, title: itemTitle(item, words) })),
    { key: "end", kind: "end", title: meeting.end.title },
  ];
}

/**
 * The meeting on the wall, one case a screen. Who leads it decides with keys; everybody else follows on a screen of their
 * own and sees what is decided as it happens.
 */
export function Deck({ initial, url, words, locale }: Props) {
  const { data: view, refresh } = useLiveList<MeetingView>({ url, initial });
  const { hold, unsent } = words.meeting;
  const { act } = useMeetingAct({ unsent, refresh });
  const [signs, turnSigns] = useShortcutsOn();
  const slides = slidesOf(view, words);
  // As it stands in the address now: a page that one comes back to was drawn for the screen at which it was first opened.
  const at = useSearchParams().get("at");
  const [key, setKey] = useState(at ?? "people");
  const found = slides.findIndex((slide) => slide.key === key);
  const place = Math.max(0, found);
  const slide = slides[place] ?? slides[0];
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);

  function go(by: 1 | -1) {
    const next = slides[Math.min(slides.length - 1, Math.max(0, place + by))];
    if (!next || next.key === slide?.key) return;
    moved.current = true;
    setKey(next.key);
    window.history.replaceState(null, "", `?at=${next.key}`);
  }

  useEffect(() => {
    if (moved.current) heading.current?.focus({ preventScroll: true });
    if (moved.current) window.scrollTo(0, 0);
  }, [key]);

  const forth = () => go(1);
  const back = () => go(-1);
  useDeckKeys({ ArrowRight: forth, PageDown: forth, " ": forth, ArrowLeft: back, PageUp: back }, signs);

  if (!slide) return null;
  if (view.state !== "held") {
    const isClosed = view.state === "closed";
    return (
      <Stage>
        <h1>{nameWords(view, words.meeting)}</h1>
        <p>{isClosed ? hold.over : fill(words.meeting.begin.undone, { day: showDay(view.onDay, locale) })}</p>
        <p>
          <PageLink href={`/meetings/${view.id}${isClosed ? "/minutes" : ""}`}>
            {isClosed ? words.meetings.earlier.see : hold.toAgenda}
          </PageLink>
        </p>
      </Stage>
    );
  }
  return (
    <Stage>
      <header className="stage-head">
        <p>{hold.banner}</p>
        <p>{fill(hold.progress, { place: String(place + 1), count: String(slides.length) })}</p>
        <progress aria-label={hold.progressOf} value={place + 1} max={slides.length} />
      </header>
      <h1 ref={heading} tabIndex={-1}>
        {slide.title}
      </h1>
      <div className="stage-body stack" key={slide.key}>
        {slide.kind === "people" && <PeopleSlide view={view} words={words} act={act} />}
        {slide.kind === "minutes" && (
          <Suspense>
            <ApproveSlide view={view} words={words} locale={locale} act={act} refresh={refresh} keys={signs} />
          </Suspense>
        )}
        {slide.kind === "actions" && (
          <ActionList actions={view.actions} words={words} locale={locale} refresh={refresh} />
        )}
        {slide.kind === "item" && <ItemFacts item={slide.item} words={words} />}
        {slide.kind === "item" && view.convenes && (
          <Suspense>
            {" "}
            <DecidePanel
              view={view}
              item={slide.item}
              words={words}
              locale={locale}
              act={act}
              refresh={refresh}
              keys={signs}
            />
          </Suspense>
        )}
        {slide.kind === "item" && !view.convenes && <Decided item={slide.item} words={words} locale={locale} />}
        {slide.kind === "end" && (
          <Suspense>
            <EndSlide view={view} words={words} act={act} />
          </Suspense>
        )}
      </div>
      <nav className="stage-foot" aria-label={nameWords(view, words.meeting)}>
        <Button aria-disabled={place === 0} onClick={back} icon="back">
          {hold.previous}
        </Button>
        <Button aria-disabled={place === slides.length - 1} onClick={forth}>
          {hold.next}
        </Button>
        <PageLink href={`/meetings/${view.id}`}>{hold.toAgenda}</PageLink>
        {view.convenes && (
          <Button kind="quiet" aria-pressed={signs} onClick={() => turnSigns(!signs)} title={hold.keysHint}>
            {signs ? hold.keysOn : hold.keysOff}
          </Button>
        )}
      </nav>
    </Stage>
  );
}
