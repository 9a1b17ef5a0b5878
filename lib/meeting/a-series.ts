import type { MeetingSeries } from "#lib/agreement/agreement.ts";
import { holidays } from "#lib/calendar/an-oracle.ts";
import { addDays, type Day, daysBetween, weekday } from "#lib/calendar/day.ts";
import type { WorkingDays } from "#lib/calendar/working-days.ts";
import { nextMeeting, nextPlace } from "./cadence.ts";

type Held = { day: Day; place: string };
type Series = { cadence: MeetingSeries["cadence"]; places: readonly string[]; days: WorkingDays };

/** Every meeting of a series from its first one, where each is called as it is proposed. */
function meetingsOf({ cadence, places, days }: Series, first: Day, until: Day): Held[] {
  const held: Held[] = [];
  for (let day = first; day < until; day = nextMeeting(cadence, day, days)) {
    const been = held.map(({ place }) => place).toReversed();
    held.push({ day, place: nextPlace(places, been) ?? "nowhere" });
  }
  return held;
}

/** What a simulation of a series found: its figures, and what should not have happened. */
export type Found = {
  meetings: number;
  fewest: number;
  most: number;
  shortest: number;
  longest: number;
  wrong: string[];
};

/** Holds a series for so many years, once from each of those first days, and looks at every meeting with the law's own words. */
export function simulate(series: Series, { firsts, years }: { firsts: readonly Day[]; years: number }): Found {
  const runs = firsts.map((first) => meetingsOf(series, first, addDays(first, Math.round(365.25 * years))));
  const counts = runs.map((run) => run.length);
  const gaps = runs.flatMap((run) => run.slice(1).map(({ day }, n) => daysBetween(run[n]?.day ?? day, day)));
  return {
    meetings: counts.reduce((sum, count) => sum + count, 0),
    fewest: Math.min(...counts),
    most: Math.max(...counts),
    shortest: Math.min(...gaps),
    longest: Math.max(...gaps),
    wrong: runs.flatMap((run) => [...wrongDays(run), ...wrongPlaces(run, series.places)]),
  };
}

function wrongDays(run: readonly Held[]): string[] {
  return run
    .filter(({ day }) => {
      const closed = [
        ...Object.values(holidays(Number(day.slice(0, 4)))).map((each) => each.slice(5)),
        "06-05",
        "12-24",
      ];
      return weekday(day) > 5 || closed.includes(day.slice(5)) || day.slice(5, 7) === "07" || day.endsWith("12-31");
    })
    .map(({ day }) => `held on ${day}`);
}

/** Everywhere once before anywhere twice. */
function wrongPlaces(run: readonly Held[], places: readonly string[]): string[] {
  return run.flatMap(({ day, place }, n) =>
    run.slice(Math.max(0, n - places.length + 1), n).some((earlier) => earlier.place === place)
      ? [`at ${place} again on ${day}`]
      : [],
  );
}
