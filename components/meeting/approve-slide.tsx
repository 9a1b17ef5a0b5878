"use client";

import Link from "next/link";
import { CorrectionForm } from "#components/meeting/correction-form.tsx";
import { useDeckKeys } from "#components/meeting/use-deck-keys.ts";
import type { MeetingAct } from "#components/meeting/use-meeting-act.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
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

/** The minutes of the last meeting, with what puts them right, and one key that approves them. */
export function ApproveSlide({ view, words, locale, act, refresh, keys }: Props) {
  const { approve } = words.meeting;
  const waits = view.convenes && view.minutes.some(({ approved }) => !approved);
  const run = () => void act({ action: `/api/meetings/${view.id}/approve` });
  useDeckKeys({ [key]: waits ? run : undefined }, keys);
  return (
    <>
      {view.minutes.map((minutes) => (
        <Earlier key={minutes.id} minutes={minutes} view={view} words={words} locale={locale} refresh={refresh} />
      ))}
      {waits && (
        <ol className="options">
          <li>
            <button type="button" className="option" onClick={run} aria-keyshortcuts={key}>
              <kbd aria-hidden="true">{key}</kbd>
              <span>{approve.submit}</span>
            </button>
          </li>
        </ol>
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
        <Link href={`/meetings/${id}/minutes`} prefetch={false}>
          {approve.see}
        </Link>
      </p>
      {view.convenes && !approved && (
        <Disclosure label={correct.open}>
          <CorrectionForm id={id} words={words} onAdded={() => void refresh().catch(() => {})} />
        </Disclosure>
      )}
    </section>
  );
}
