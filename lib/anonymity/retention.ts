import { addDays, type Day, daysBetween } from "#lib/calendar/day.ts";

/**
 * What is old disappears. Two promises to the resident, each with its day:
 *
 * - **A note** goes at once when consent is withdrawn. After closing it goes when the last holder has answered "Er det
 *   vigtige journaliseret?" with yes, and never before, since what matters of it belongs in the authority's own journal
 *   (offentlighedsloven § 13, forvaltningsloven): unanswered, the holder is reminded, then the unit's leader is told.
 * - **Everything that could point at somebody** goes a year after closing: code, resident mark, text, dates, age, matter,
 *   consent, parties, handovers, events and notices (databeskyttelsesforordningen art. 5(1)(c) and (e)). What is left is a count.
 *
 * The log of who saw what is kept for two years: longer than the year in which a referral stands, so that a look of its last day
 * can still be asked about for another. It names a referral by an id that points at nothing once that is gone.
 */

/** Years from closing to the day on which nothing is left but a count. */
export const keptYears = 1;
/** The origin is warned so many days before. */
export const warnDays = 30;
/** Days from closing to the first reminder of a question that is not answered, and to the telling of the leader. */
export const remindAfter = 14;
export const leaderAfter = 28;
/** Months after which a row of the log goes. The database's own policy says the same. */
export const logMonths = 24;
/** Days after which what somebody was writing, what a client meant to do, and that a mail was sent, goes. */
export const keptDays = { draft: 30, intent: 7, mail: 90 } as const;
/** Days after which a request for a post goes, answered or not: the log says what came of it. `door.purge` says the same. */
export const requestDays = 90;
/**
 * Days of what the login keeps: of a session and of a link from their end, of a browser from its last use, of counted tries
 * from the first. The database's own `door.purge` says the same.
 */
export const loginDays = { session: 30, ceremony: 1, throttle: 2, invitation: 90, device: 180 } as const;

/** How long a referral was open: from its logging to its closing, in classes. */
export const durations = ["week", "month", "quarter", "half_year", "longer"] as const;
export type Duration = (typeof durations)[number];

const longest: readonly (readonly [Duration, number])[] = [
  ["week", 7],
  ["month", 31],
  ["quarter", 92],
  ["half_year", 183],
];

export function durationOf({ loggedOn, closedOn }: { loggedOn: Day; closedOn: Day }): Duration {
  const days = daysBetween(loggedOn, closedOn);
  return longest.find(([, most]) => days <= most)?.[0] ?? "longer";
}

/** The day on which a closed referral goes: the same day of the next year; of 29 February, the 28th. */
export function goesOn(closedOn: Day): Day {
  const rest = closedOn.slice(4);
  return `${Number(closedOn.slice(0, 4)) + keptYears}${rest === "-02-29" ? "-02-28" : rest}` as Day;
}

export type Due = "nothing" | "warn" | "forget";

/**
 * What the day asks for of a closed referral. Who was away for a while does late what was due, and a referral goes on its day
 * though nobody was warned: the promise to the resident comes before the courtesy to the posts.
 */
export function dueOfClosed({ closedOn, warned }: { closedOn: Day; warned: boolean }, today: Day): Due {
  const goes = goesOn(closedOn);
  if (today >= goes) return "forget";
  return !warned && today >= addDays(goes, -warnDays) ? "warn" : "nothing";
}

export type Asking = "nothing" | "remind" | "leader";

/** What the day asks for of a closed referral whose text still stands, after so many tellings. The leader comes after the reminder. */
export function dueOfText({ closedOn, told }: { closedOn: Day; told: readonly Asking[] }, today: Day): Asking {
  const days = daysBetween(closedOn, today);
  if (!told.includes("remind")) return days >= remindAfter ? "remind" : "nothing";
  return days >= leaderAfter && !told.includes("leader") ? "leader" : "nothing";
}
