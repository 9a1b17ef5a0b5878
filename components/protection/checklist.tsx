import { randomUUID } from "node:crypto";
import { TakeBack, TickForm } from "#components/protection/tick-form.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import type { Day } from "#lib/calendar/day.ts";
import { type Locale, showDate } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { answersFor } from "#lib/protection/checklist.ts";
import type { ChecklistView } from "#lib/protection/protection-view.ts";
import type { ChecklistWords } from "./words.ts";

type Props = { checklist: ChecklistView; today: Day; locale: Locale; words: ChecklistWords };

/** What must be settled before the first referral: by whom, since when, or who is to do it. */
export function Checklist({ checklist: { required, points }, today, locale, words }: Props) {
  const t = words.checklist;
  const isWhole = points.every(({ ticked }) => ticked);
  return (
    <>
      <h2>{t.title}</h2>
      <p>{!required ? t.demo : isWhole ? t.whole : t.lead}</p>
      <ol className="checklist">
        {points.map(({ point, ticked, mine, conflict }) => (
          <li key={point} className="stack keep">
            <h3>{t.point[point]}</h3>
            <p>
              {ticked ? (
                <StateMark state="done">
                  {fill(t.ticked, { day: showDate(ticked.on, locale), post: ticked.by })}
                </StateMark>
              ) : (
                <StateMark state="last">{fill(t.missing, { who: t.who[answersFor[point]] })}</StateMark>
              )}
            </p>
            {conflict && !ticked && <p>{t.both}</p>}
            {mine &&
              (ticked ? (
                <TakeBack key="back" point={point} intent={randomUUID()} words={words} />
              ) : (
                <TickForm key="tick" point={point} today={today} intent={randomUUID()} words={words} />
              ))}
          </li>
        ))}
      </ol>
    </>
  );
}
