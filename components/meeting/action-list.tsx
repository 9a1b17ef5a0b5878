"use client";

import { useMeetingAct } from "#components/meeting/use-meeting-act.ts";
import { aboutWords, decisionWords, type MeetingWords, weekWords } from "#components/meeting/words.ts";
import { Button } from "#components/ui/button.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill, sideBySide } from "#lib/fill.ts";
import type { ActionView } from "#lib/meeting/meeting-view.ts";

const doneAddress = "/api/meetings/actions/done";

type Props = {
  actions: readonly ActionView[];
  words: MeetingWords;
  locale: Locale;
  /** Reads the list anew. */
  refresh: () => Promise<unknown>;
};

/** What meetings decided and nobody has done yet, oldest first. Its owner marks it done, and may take that back. */
export function ActionList({ actions, words, locale, refresh }: Props) {
  const { meeting, decisions } = words;
  const { act, toast } = useMeetingAct({ unsent: meeting.unsent, refresh });

  async function mark(action: string, done: boolean) {
    const answer = await act({ action: doneAddress, values: { action, done } });
    if (!answer?.ok) return;
    const undo = { label: meeting.action.undo, seconds: 10, run: () => mark(action, false) };
    toast(done ? { text: meeting.action.marked, undo } : { text: meeting.action.undone });
  }

  return (
    <ul className="lines actions-open">
      {actions.map((action) => (
        <li key={action.id}>
          <div>
            <p>
              <strong>{decisionWords(action, decisions)}</strong> {action.mine && <Tag>{meeting.action.mine}</Tag>}
            </p>
            <p className="about">
              {sideBySide([
                action.owner ?? meeting.aPlan,
                aboutWords(action, meeting),
                fill(meeting.action.age, { weeks: weekWords(action.weeks, meeting) }),
              ])}
            </p>
          </div>
          <span>
            {action.late ? (
              <StateMark state="late">
                {fill(meeting.action.lateSince, { day: showDay(action.dueOn, locale) })}
              </StateMark>
            ) : (
              `${meeting.action.due} ${showDay(action.dueOn, locale)}`
            )}
          </span>
          {action.mayMark && (
            <Button
              icon="check"
              aria-label={fill(meeting.action.markDoneOf, {
                what: `${decisionWords(action, decisions)}, ${aboutWords(action, meeting)}`,
              })}
              onClick={() => void mark(action.id, true)}
            >
              {meeting.action.markDone}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
