import { addDays, type Day, weekday } from "#lib/calendar/day.ts";
import { isHoliday } from "#lib/calendar/working-days.ts";

/**
 * The last day to pay after a demand (påkrav): 14 calendar days counted from the day it reached the tenant. A last day
 * that is a Saturday, Sunday, holiday or 5 June moves to the next day that is none of these; 24 and 31 December do not
 * move it. Almenlejeloven § 90, stk. 2. Not legal advice: it explains what is still possible and decides nothing.
 *
 * @param received the day the demand reached the tenant, as the resident tells it; never computed backwards
 */
export function payBy(received: Day): Day {
  let day = addDays(received, 14);
  while (weekday(day) > 5 || isHoliday(day) || day.endsWith("-06-05")) day = addDays(day, 1);
  return day;
}

/**
 * The first day on which the landlord may end the lease for that debt: the day after the last day to pay, whatever day of
 * the week it is. Almenlejeloven § 90, stk. 1, nr. 1 and stk. 2. Not legal advice.
 *
 * @param received the day the demand reached the tenant
 */
export const earliestTermination = (received: Day): Day => addDays(payBy(received), 1);
