import { addDays, type Day } from "#lib/calendar/day.ts";

/** A year: after it somebody says again that an entry of the contact scheme is right. */
const lasts = 365;

/** Is it time to ask "Passer det stadig?"? Also of an entry that nobody ever looked at. */
export const needsCheck = (checkedOn: Day | null, today: Day): boolean =>
  checkedOn === null || addDays(checkedOn, lasts) < today;
