"use client";

import { useState } from "react";
import { CorrectionForm } from "#components/meeting/correction-form.tsx";
import { useDeckKeys } from "#components/meeting/use-deck-keys.ts";
import type { MeetingAct } from "#components/meeting/use-meeting-act.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import type { EarlierMinutes, MeetingView } from "#lib/meeting/meeting-view.ts";

type Props = {
  view: MeetingView;
  words: MeetingWords;
  locale: Locale;
  act: MeetingAct;
  refresh: () => Promise<void>;
  /** Do keys that write a sign choose? */
  keys: boolean;
};

/** Chooses what there is to choose, as the first option of a case does. */
const key = "1";

/** The minutes of the last meeting, with what puts them right, and a key that approves them once it has asked. */
export function ApproveSlide({ view, words, locale, act, refresh, keys }: Props) {
  const { approve } = words.meeting;
  const waits = view.convenes && view.minutes.some(({ approved }) => !approved);
  const [asked, ask] = useState(false);
  const { minutes } = view;
  const corrections = minutes.flatMap((each) => each.corrections).length;
  const run = asked ? () => void act({ action: `/api/meetings/${view.id}/approve` }) : () => ask(true);
  const back = () => ask(false);
  useDeckKeys({ [key]: waits ? run : undefined, Escape: back, Backspace: back }, keys);
  return (
    <>
      {minutes.map((each) => (
        <Earlier key={each.id} minutes={each} view={view} words={words} locale={locale} refresh={refresh} />
      ))}
      {waits && (
        <div className="stack" aria-live="polite">
          {asked && <p>{fill(approve.sure, { count: String(minutes.length), corrections: String(corrections) })}</p>}
          <ol className="options">
            <li>
              <button type="button" className="option" onClick={run} aria-keyshortcuts={key}>
                <kbd aria-hidden="true">{key}</kbd>
                <span>{asked ? approve.yes : approve.submit}</span>
              </button>
            </li>
          </ol>
          {asked && (
            <div className="actions">
              <Button kind="quiet" onClick={back}>
                {approve.no}
              </Button>
            </div>
          )}
        </div>
      )}
    </>
  );
}

type EarlierProps = Pick<Props, "view" | "words" | "locale" | "refresh"> & { minutes: EarlierMinutes };

function Earlier({ minutes, view, words, locale, refresh }: EarlierProps) {
  const { approve, correct } = words.meeting;
  const { id, number, onDay, corrections, approved } = minutes;
  return (
    <section className="stack">
      <h2>{fill(approve.of, { number: String(number), day: showDay(onDay, locale) })}</h2>
      {corrections.length > 0 ? (
        <ul aria-label={approve.corrections}>
          {corrections.map((text) => (
            <li key={text}>{fill(approve.correction, { text })}</li>
          ))}
        </ul>
      ) : (
        <p>{approve.none}</p>
      )}
      <p aria-live="polite">
        <strong>{approved ? approve.done : approve.waits}</strong>{" "}
        <PageLink href={`/meetings/${id}/minutes`}>{approve.see}</PageLink>
      </p>
      {view.convenes && !approved && (
        <Disclosure label={correct.open}>
          <CorrectionForm id={id} words={words} onAdded={() => void refresh().catch(() => {})} />
        </Disclosure>
      )}
    </section>
  );
}
