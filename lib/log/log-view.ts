import type { Day } from "#lib/calendar/day.ts";

/** What a row of the log is: somebody saw, did, changed who is who, signed in or out, or carried something out. */
export type LogKind = "look" | "change" | "directory" | "login" | "export";

/** Why the log may be carried out of the app: somebody asked what is held, a breach, one's own control, the authority's. */
export const purposes = ["access", "breach", "control", "supervision"] as const;
export type Purpose = (typeof purposes)[number];

/** Days without a given start: this many back. Further than a year at a time nobody looks. */
export const daysAtFirst = 30;
export const mostDays = 366;
export const rowsOnPage = 50;

/** One row as it is read. No matter and no text that somebody wrote: the log has none. */
export type LogLine = {
  id: string;
  day: Day;
  /** `14.05`, in Denmark. */
  time: string;
  /** Null when the system did it. */
  person: string | null;
  posts: string[];
  kind: LogKind;
  what: string;
  codes: string[];
  /** Nobody of the person's posts ever had a part in what was opened. */
  outside: boolean;
  purpose: string | null;
};

/** `many`: far more looks than this person has on a day. `outside`: no part in it. `hours`: before 6 or after 22. `leader`: by a code that was told. */
export type UnusualKind = "many" | "outside" | "hours" | "leader";
export type Unusual = {
  kind: UnusualKind;
  person: string | null;
  day: Day;
  count: number;
  /** The person's own median of looks a day. */
  usual: number | null;
  codes: string[];
};

export type ChainStatus = {
  /** The last row that has its number; null before the first. */
  last: { number: number; day: Day; time: string } | null;
  anchored: { number: number; day: Day; time: string } | null;
  /** Rows that wait for their number. */
  waiting: number;
};

export type LogView = {
  chain: ChainStatus;
  people: { id: string; name: string }[];
  today: Day;
  from: Day;
  /** What was asked, with one page of its rows; without a search, what is unusual lately. */
  found: { search: string; asked: LogAsked; rows: LogLine[]; page: number; more: boolean } | null;
  unusual: Unusual[];
};
export type LogAsked = { person: string | null; code: string | null; from: Day; to: Day };
