import { decisionWords, type MeetingWords } from "#components/meeting/words.ts";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import type { ItemView } from "#lib/meeting/meeting-view.ts";

type Props = { item: ItemView; words: MeetingWords; locale: Locale };

/** What was decided, for everybody in the room. */
export function Decided({ item, words, locale }: Props) {
  const { meeting, decisions } = words;
  const { hold } = meeting;
  if (item.outcome === null) return <p className="about">{hold.undecided}</p>;
  const { decision } = item;
  if (!decision)
    return (
      <p>
        <span>{`${hold.decided}: `}</span>
        <strong>{decisions[item.kind === "case" ? "no_change" : "noted"]}</strong>
      </p>
    );
  const until = { owner: decision.owner ?? meeting.aPlan, day: showDay(decision.dueOn, locale) };
  return (
    <p>
      <span>{`${hold.decided}: `}</span>
      <strong>{decisionWords(decision, decisions)}</strong>
      <br />
      <span>{fill(hold.until, until)}</span>
    </p>
  );
}
