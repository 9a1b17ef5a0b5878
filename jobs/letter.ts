import type { Words } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import { type Locale, showLongDay } from "#lib/calendar/show-day.ts";
import { type Asking, toInvitation } from "#lib/export/calendar.ts";
import { fill } from "#lib/fill.ts";
import da from "#messages/da.json" with { type: "json" };
import en from "#messages/en.json" with { type: "json" };

/** What a mail says: a subject, a few lines of plain text, and what it asks of a calendar. */
export type Letter = { subject: string; text: string; calendar?: { asking: Asking; content: string } };

/** One mail as the database has it. */
export type Told = {
  to: string;
  kind: string;
  values: Readonly<Record<string, string>>;
  locale: Locale;
  /** When it was written. */
  at: Date;
  /** What whoever adopts the agreement is called; in general while no agreement calls them anything. */
  forum?: Words | null | undefined;
};

const words = { da: da.mail, en: en.mail };
const inGeneral: Words = { da: da.forum.general, en: en.forum.general };
type Kind = keyof (typeof da.mail)["kinds"];

const isKind = (kind: string): kind is Kind => Object.hasOwn(words.da.kinds, kind);

/** What these kinds ask of a calendar. */
const askings: Partial<Record<Kind, Asking>> = {
  "meeting-called": "REQUEST",
  "meeting-changed": "REQUEST",
  "meeting-uncalled": "CANCEL",
  "meeting-cancelled": "CANCEL",
  "guest-called": "REQUEST",
  "guest-changed": "REQUEST",
  "guest-uncalled": "CANCEL",
  "guest-cancelled": "CANCEL",
};

/**
 * Words one mail: a link, codes, or when a meeting is, and nothing of anybody. Null for a kind that nobody knows.
 *
 * @param sender the address that people type, with which a link begins, and the one that mails come from
 */
export function letterOf(told: Told, { origin, from }: { origin: string; from: string }): Letter | null {
  const { kind, values, locale, forum } = told;
  if (!isKind(kind)) return null;
  const { subject, lines } = words[locale].kinds[kind];
  const asking = askings[kind];
  const said: Readonly<Record<string, string>> = {
    ...values,
    ...(asking ? whenOf(told) : {}),
    link: linkOf(values, origin),
    forum: (forum ?? inGeneral)[locale],
  };
  return {
    subject: fill(subject, said),
    text: `${[...lines, words[locale].sender].map((line) => fill(line, said)).join("\n\n")}\n`,
    ...(asking ? { calendar: { asking, content: invitationOf(told, { asking, origin, from }) } } : {}),
  };
}

function linkOf({ token, meeting, codes, convener, page }: Told["values"], origin: string): string {
  // A guest has no account: there is no page of the meeting for them, but somebody to ask.
  if (convener) return origin;
  if (token) return `${origin}/invitation/${token}`;
  if (page) return `${origin}${page}`;
  if (codes) return `${origin}/notices`;
  return meeting ? `${origin}/meetings/${meeting}` : origin;
}

/** "onsdag den 20. januar 2027", "9.30". */
const whenOf = ({ values: { day = "", time = "" }, locale }: Told) => ({
  day: showLongDay(day as Day, locale),
  time: time.replace(/^0/, "").replace(":", locale === "da" ? "." : ":"),
});

function invitationOf(
  { to, values, at }: Told,
  { asking, origin, from }: { asking: Asking; origin: string; from: string },
): string {
  const { meeting: id = "", sequence = "", title = "", day = "", time = "", place = "" } = values;
  return toInvitation(
    { id, sequence: Number(sequence), title, onDay: day as Day, startsAt: time, place, url: linkOf(values, origin) },
    { asking, from, to, written: at },
  );
}
