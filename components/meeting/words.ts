import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import type { Decision } from "#lib/meeting/decisions.ts";
import type { ActionView, CaseView, ItemView, MeetingHead } from "#lib/meeting/meeting-view.ts";
import type messages from "#messages/da.json";

/** Everything the screens of a meeting say, in one language. */
export type MeetingWords = Pick<typeof messages, "meeting" | "meetings" | "decisions" | "state" | "form" | "guard">;

type Meeting = MeetingWords["meeting"];

/** "9.30", as a clock is read out; in English "9:30". */
export const timeWords = (startsAt: string, locale: Locale): string =>
  startsAt.replace(/^0/, "").replace(":", locale === "da" ? "." : ":");

/** "Netværksmøde 4". */
export const nameWords = ({ series, number }: MeetingHead, { name }: Meeting): string =>
  fill(name, { series, number: String(number) });

/** "ons. 20. jan. kl. 9.30 · Socialcenteret". */
export const headWords = ({ onDay, startsAt, place }: MeetingHead, { head }: Meeting, locale: Locale): string =>
  fill(head, { day: showDay(onDay, locale), time: timeWords(startsAt, locale), place });

/** "under 1 uge", "6 uger". */
export const weekWords = (count: number, { weeks }: Meeting): string =>
  count === 0 ? weeks.none : count === 1 ? weeks.one : fill(weeks.several, { count: String(count) });

/** "Sag 3", or the title of a point. */
export const itemWords = (
  item: Pick<CaseView, "kind" | "number"> | Extract<ItemView, { kind: "point" }>,
  { case: word }: Meeting,
): string => (item.kind === "case" ? fill(word, { number: String(item.number) }) : item.title);

/** "Sag 2–9, Sag 11, Nyt om indsatsen": what follows on each other is said as one, since a full agenda has a hundred. */
export function itemsWords(items: readonly ItemView[], words: Meeting): string {
  const runs: ItemView[][] = [];
  for (const item of items) {
    const last = runs.at(-1)?.at(-1);
    if (item.kind === "case" && last?.kind === "case" && item.number === last.number + 1) runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  const sayRun = ([first, ...rest]: ItemView[]): string[] => {
    if (!first) return [];
    const [said, last] = [itemWords(first, words), rest.at(-1)];
    if (last?.kind !== "case") return [said];
    if (rest.length === 1 || first.kind !== "case") return [said, itemWords(last, words)];
    return [fill(words.cases, { from: String(first.number), to: String(last.number) })];
  };
  return runs.flatMap(sayRun).join(", ");
}

type Done = { code: Decision; text: string | null };

/** "Følger op: tager kontakt igen". */
export const decisionWords = ({ code, text }: Done, decisions: MeetingWords["decisions"]): string =>
  text ? `${decisions[code]}: ${text}` : decisions[code];

/** Where it was decided: "Møde 3, Sag 2". */
export function aboutWords({ meeting, about }: ActionView, words: Meeting): string {
  if (!about) return fill(words.action.aboutMeeting, { meeting: String(meeting) });
  const what =
    "title" in about ? about.title : `${fill(words.case, { number: String(about.number) })}, ${about.service}`;
  return fill(words.action.about, { meeting: String(meeting), about: what });
}

/** What the latest meeting decided about a case; null when none did. */
export function lastWords({ last }: CaseView, { meeting, decisions }: MeetingWords): string | null {
  if (!last) return null;
  const state = last.done ? meeting.done : meeting.notDone;
  const decision = decisionWords(last, decisions);
  return last.dueOn
    ? fill(meeting.lastAt, { decision, state, meeting: String(last.meeting) })
    : fill(meeting.lastPlain, { decision, meeting: String(last.meeting) });
}
