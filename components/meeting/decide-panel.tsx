"use client";

import { useState } from "react";
import { ByButton, byEnter } from "#components/form/by-button.tsx";
import { Decided } from "#components/meeting/decided.tsx";
import { DecisionText } from "#components/meeting/decision-text.tsx";
import { useDeckKeys } from "#components/meeting/use-deck-keys.ts";
import type { MeetingAct } from "#components/meeting/use-meeting-act.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { Button } from "#components/ui/button.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { asksWho, type Decision } from "#lib/meeting/decisions.ts";
import type { ItemView, MeetingView } from "#lib/meeting/meeting-view.ts";

type Props = {
  view: MeetingView;
  item: ItemView;
  words: MeetingWords;
  locale: Locale;
  act: MeetingAct;
  refresh: () => Promise<void>;
  /** Do keys that write a sign choose? */
  keys: boolean;
};

/** Where somebody is between the first key and the third. */
type Step =
  | { at: "decided" }
  | { at: "what" }
  | { at: "who"; decision: Decision }
  | { at: "when"; decision: Decision; owner: string }
  | { at: "day"; decision: Decision; owner: string };

type Option = { key: string; label: string; note?: string | undefined; choose: () => void };

const signs = "123456789abcdefghijk";

/** What is decided about one item, who does it, and by when: three keys, or three taps. */
export function DecidePanel({ view, item, words, locale, act, refresh, keys }: Props) {
  const { hold, aPlan } = words.meeting;
  const isDecided = item.outcome !== null;
  const [step, go] = useState<Step>(isDecided ? { at: "decided" } : { at: "what" });

  async function decide(decision: Decision, rest: { owner?: string; due?: string } = {}) {
    const answer = await act({
      action: `/api/meetings/${view.id}/decide`,
      values: { item: item.id, decision, ...rest },
    });
    if (answer?.ok) go({ at: "decided" });
  }

  function choose(decision: Decision) {
    if (asksWho(decision)) return go({ at: "who", decision });
    void decide(decision);
  }

  const numbered = (options: readonly Omit<Option, "key">[]): Option[] =>
    options.map((option, index) => ({ ...option, key: signs[index] ?? "" }));
  const whats = numbered(item.decisions.map((code) => ({ label: words.decisions[code], choose: () => choose(code) })));
  const options = optionsAt(step);

  function optionsAt(now: Step): Option[] {
    if (now.at === "what") return whats;
    if (now.at === "who")
      return numbered(
        item.owners.map(({ key, label, has }) => ({
          label: label ?? aPlan,
          note: has ? hold.has : undefined,
          choose: () => go({ at: "when", decision: now.decision, owner: key }),
        })),
      );
    if (now.at !== "when") return [];
    const { decision, owner } = now;
    return numbered([
      ...view.dues.map(({ code, day }) => ({
        label: hold.dues[code],
        note: showDay(day, locale),
        choose: () => void decide(decision, { owner, due: code }),
      })),
      { label: hold.otherDay, choose: () => go({ at: "day", decision, owner }) },
    ]);
  }

  function back() {
    if (step.at === "who") return go({ at: "what" });
    if (step.at === "when") return go({ at: "who", decision: step.decision });
    if (step.at === "day") return go({ ...step, at: "when" });
    if (isDecided) go({ at: "decided" });
  }

  // While a decision stands, the keys begin a new one.
  const bound = step.at === "decided" ? whats : options;
  useDeckKeys(
    {
      ...Object.fromEntries(bound.map(({ key, choose: run }) => [key, run])),
      Backspace: back,
      Escape: back,
    },
    keys,
  );

  if (step.at === "decided")
    return (
      <section className="decided stack">
        <Decided item={item} words={words} locale={locale} />
        <DecisionText view={view} item={item} words={words} refresh={refresh}>
          <Button onClick={() => go({ at: "what" })}>{hold.change}</Button>
        </DecisionText>
      </section>
    );
  return (
    <section className="deciding stack" aria-live="polite">
      <h2>
        {step.at === "what"
          ? hold.what
          : `${words.decisions[step.decision]}. ${step.at === "who" ? hold.who : hold.when}`}
      </h2>
      {step.at === "day" && (
        <DayForm words={words} view={view} onDay={(due) => void decide(step.decision, { owner: step.owner, due })} />
      )}
      <ol className="options">
        {options.map(({ key, label, note, choose: run }) => (
          <li key={key}>
            <button type="button" className="option" onClick={run} aria-keyshortcuts={key}>
              <kbd aria-hidden="true">{key}</kbd>
              <span>
                <span>{label}</span> {note && <small>{note}</small>}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {(step.at !== "what" || isDecided) && (
        <div className="actions">
          <Button kind="quiet" onClick={back}>
            {hold.back}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The room sees a decision at once, so the day is taken by its button; Enter only writes it out. */
function DayForm({ words, view, onDay }: Pick<Props, "words" | "view"> & { onDay: (day: string) => void }) {
  const { hold } = words.meeting;
  return (
    <form
      className="day-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (byEnter(event)) return;
        const day = new FormData(event.currentTarget).get("day");
        if (typeof day === "string") onDay(day);
      }}
    >
      <ByButton />
      <DateInput id="due-day" name="day" label={hold.day} hint={words.form.dateHint} today={view.onDay} autoFocus>
        <Button type="submit" kind="primary">
          {hold.saveDay}
        </Button>
      </DateInput>
    </form>
  );
}
