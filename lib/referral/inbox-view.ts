import { z } from "zod";
import type { Day } from "#lib/calendar/day.ts";
import type { Age, LineState, TimeLeft, Wait } from "./line.ts";

/** The two lists of the inbox: what waits for my posts' answer, and what lies with them. */
export const inboxLists = ["waits", "held"] as const;
export type InboxList = (typeof inboxLists)[number];

/** The states that the inbox can be narrowed to. */
export const inboxStates = ["late", "last_day", "in_time", "on_hold"] as const;

/** The fixed views of a list: given to me, my move, past its day, on the agenda (there also what I have put off). */
export const inboxViews = ["mine", "ball", "late", "meeting"] as const;

/** Other orders than the least time left: what came last, first. */
export const inboxSorts = ["newest"] as const;

/** The acts that a key opens in the list: their forms stand in the referral beside it. */
export const keyedActs = ["redirect", "ask"] as const;
export type KeyedAct = (typeof keyedActs)[number];

/** Rows of one page, and the most that a list shows: whoever has more narrows it. */
export const rowsAtFirst = 25;
export const rowsAtMost = 250;

/**
 * Rows that a page is drawn with: more than a screen holds. The browser reads its list anew as soon as it stands there, since
 * what changed meanwhile was said to nobody; that brings the rest.
 */
export const rowsDrawn = 12;

/** What the address of an inbox asks for. Whatever else stands there is read as nothing. */
export const inboxQuery = z.object({
  list: z.enum(inboxLists).catch("waits"),
  service: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/)
    .optional()
    .catch(undefined),
  state: z.enum(inboxStates).optional().catch(undefined),
  view: z.enum(inboxViews).optional().catch(undefined),
  /** The unit that it came from, as the list names it. */
  unit: z.uuid().optional().catch(undefined),
  sort: z.enum(inboxSorts).optional().catch(undefined),
  rows: z.coerce.number().int().min(rowsAtFirst).max(rowsAtMost).catch(rowsAtFirst),
  lang: z.enum(["da", "en"]).catch("da"),
});
export type InboxQuery = z.infer<typeof inboxQuery>;

/** What an address can narrow a list to: codes, and never a word of anybody's. */
const narrowing = ["list", "service", "state", "view", "unit", "sort"] as const;
export type InboxFilters = Pick<InboxQuery, (typeof narrowing)[number]>;

type Known = { services: readonly string[]; units: readonly string[] };

/**
 * The query without what is no longer there, or never was; and whether anything of what the address asked for was passed over.
 *
 * @param asked the address's own words
 */
export function understood(
  asked: Readonly<Record<string, unknown>>,
  query: InboxQuery,
  { services, units }: Known,
): { query: InboxQuery; passedOver: boolean } {
  const { service, unit } = query;
  const known = {
    ...query,
    service: service && services.includes(service) ? service : undefined,
    unit: unit && units.includes(unit) ? unit : undefined,
  };
  // Before scripts run a form sends what was not chosen too, as nothing.
  const passedOver = narrowing.some((name) => (asked[name] ?? "") !== "" && asked[name] !== known[name]);
  return { query: known, passedOver };
}

/** One row: plain data, named in the reader's language. */
export type InboxRow = {
  code: string;
  service: string;
  urgent: boolean;
  state: LineState;
  /** What it is on hold for, and until when. */
  hold: { what: string; until: Day } | null;
  /** "Ligger hos", and the week since when; for what waits for me that is who sent it. */
  holder: string;
  week: number;
  /** The post that sent it on, or, of what lies with me, the one it came from. */
  by: string | null;
  /** "Venter på"; null when it waits for my own one post. */
  ball: string | null;
  mine: boolean;
  wait: Wait;
  due: Day | null;
  left: TimeLeft | null;
  age: Age;
  /** Tovholder. */
  person: string | null;
  discussion: boolean;
  agreed: boolean;
  /** What Overtag rests on; null where it is not offered from the list. */
  basis: string | null;
};

export type InboxView = { rows: InboxRow[]; more: boolean };
