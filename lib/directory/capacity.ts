import type { AgreementContent, OwnService } from "#lib/agreement/agreement.ts";
import { mayTake } from "#lib/agreement/routing.ts";
import { addDays, type Day, weekday, weekNumber } from "#lib/calendar/day.ts";

/** full: takes in no more · slow: takes in, and answers later than usual. Without one, a post takes in. */
export type CapacityState = "full" | "slow";

/**
 * What a post may say of a service. The municipality's duty by law does not pause (serviceloven and forvaltningsloven
 * know no waiting list at the door), so of a statutory service it says only that answers take longer.
 */
export const sayableOf = ({ basis }: Pick<OwnService, "basis">): CapacityState =>
  basis === "statutory" ? "slow" : "full";

/** The Sunday of that day's week: what is said of a week is over by itself after it. */
export const endOfWeek = (day: Day): Day => addDays(day, 7 - weekday(day));

/** How many weeks ahead one may say it, this one included. */
const weeksAhead = 5;

/** The weeks that may be said, this one first: number, and the last day. */
export const weeksOffered = (today: Day): { week: number; until: Day }[] =>
  Array.from({ length: weeksAhead }, (_, ahead) => {
    const until = addDays(endOfWeek(today), 7 * ahead);
    return { week: weekNumber(until), until };
  });

/** The services that a function takes in, in the agreement's order, with what may be said of each. */
export const takenIn = (agreement: AgreementContent, functionCode: string): (OwnService & { may: CapacityState })[] =>
  agreement.services
    .filter(({ code }) => mayTake(agreement, code).includes(functionCode))
    .map((service) => ({ ...service, may: sayableOf(service) }));
