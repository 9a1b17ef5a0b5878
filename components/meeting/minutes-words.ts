import { type MeetingWords, timeWords, weekWords } from "#components/meeting/words.ts";
import { type Locale, showDay, showLongDay } from "#lib/calendar/show-day.ts";
import { fill, listed, sideBySide } from "#lib/fill.ts";
import type { Attendance } from "#lib/meeting/meeting-view.ts";
import type { Decided, KeptMinutes, Minutes } from "#lib/meeting/minutes.ts";
import type messages from "#messages/da.json";

export type MinutesWords = (typeof messages)["minutes"];
export type Saying = { words: MinutesWords; meeting: MeetingWords["meeting"]; locale: Locale };

export type Carried = Minutes["carried"][number];
export type Item = Minutes["items"][number];

/** "Referat af Netværksmøde 4". */
export const titleWords = ({ series, number }: Minutes, { words, meeting, locale }: Saying): string =>
  fill(words.of, { name: fill(meeting.name, { series: series[locale], number: String(number) }) });

/** When, where, who called it, who came, and whether a later meeting has approved them. */
export function factsOf(minutes: KeptMinutes, { words, locale }: Saying): { name: string; value: string }[] {
  const { onDay, startsAt, place, convener, attendance, approved } = minutes;
  const came = (how: Attendance) =>
    sideBySide(attendance.filter((each) => each.attendance === how).map(({ post }) => post[locale]));
  return [
    {
      name: words.when,
      value: fill(words.head, { day: showLongDay(onDay, locale), time: timeWords(startsAt, locale) }),
    },
    { name: words.place, value: place },
    { name: words.convener, value: convener[locale] },
    { name: words.present, value: came("present") },
    { name: words.apologies, value: came("apologies") },
    { name: words.absent, value: came("absent") },
    {
      name: words.approval,
      value: approved
        ? fill(words.approved, { number: String(approved.number), day: showDay(approved.onDay, locale) })
        : words.notApproved,
    },
  ];
}

/** "Rettelse: …". */
export const correctionWords = (text: string, { words }: Saying): string => fill(words.correction, { text });

/** What is under way as agreed, and the next meeting. */
export const closingWords = ({ quiet, next }: Minutes, { words, locale }: Saying): string[] => [
  ...(quiet === null ? [] : [fill(words.quiet, { count: String(quiet) })]),
  fill(words.next, {
    day: showLongDay(next.onDay, locale),
    time: timeWords(next.startsAt, locale),
    place: next.place,
  }),
];

export const whatWords = ({ what, text }: Decided, locale: Locale): string =>
  text ? `${what[locale]}: ${text}` : what[locale];

export const decisionWords = ({ decided }: Item, { words, locale }: Saying): string =>
  decided ? whatWords(decided, locale) : words.notReached;

export const dueWords = (decided: Decided | null, locale: Locale): string =>
  decided?.dueOn ? showDay(decided.dueOn, locale) : "";

/** Where an agreement that is open comes from, and how old it is. */
export function carriedFrom({ meeting: from, about, weeks }: Carried, { words, meeting, locale }: Saying): string {
  const age = fill(words.age, { weeks: weekWords(weeks, meeting) });
  if (!about) return `${fill(words.meetingOnly, { meeting: String(from) })}, ${age}`;
  const what =
    "title" in about ? about.title : `${fill(words.case, { number: String(about.number) })} ${about.service[locale]}`;
  return `${fill(words.from_meeting, { meeting: String(from), about: what })}, ${age}`;
}

/** Why it came up, who has it, and for how long: nothing of what lies behind it. */
export function talkedWords({ about }: Item, { words, meeting, locale }: Saying): string {
  if ("title" in about) return fill(words.by, { post: about.by[locale] });
  const { reasons, holder, waitsFor, weeks } = about;
  return [
    `${listed(reasons.map((reason) => reason[locale]))}.`,
    fill(words.liesWith, { post: holder[locale] }),
    ...(waitsFor[locale] === holder[locale] ? [] : [fill(words.waitsFor, { post: waitsFor[locale] })]),
    fill(words.open, { weeks: weekWords(weeks, meeting) }),
  ].join(" ");
}
