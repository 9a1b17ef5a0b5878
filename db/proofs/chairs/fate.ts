import { addDays, type Day, day as dayFrom } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { noerrebro } from "../../seed/agreement/noerrebro.ts";
import { assumed } from "./assumed.ts";
import {
  asksLocally,
  firstHoldings,
  firstReceiver,
  type Holding,
  type Name,
  origins,
  type PostKey,
  players,
  reserves,
} from "./cast.ts";
import { between, type Luck, oneOf } from "./luck.ts";

/** The first day, a Monday, whatever day it is outside: the same seed lives through the same days. */
const began = dayFrom("2027-01-04");
const calendar = workingDays(noerrebro.content.workingDays.exceptions);
export const dateOf = (day: number): Day => addDays(began, day);
export const isWorkingDay = (day: number): boolean => calendar.isWorkingDay(dateOf(day));
export const workingDaysBetween = (from: number, to: number): number => calendar.between(dateOf(from), dateOf(to));

type Span = { from: number; to: number };
/** `said`: the app was told. Somebody who is ill and says nothing is away all the same. */
export type Absence = Span & { person: Name; said: boolean };
export type Arrival = {
  referral: number;
  day: number;
  origin: PostKey;
  service: string;
  consent: "written" | "oral" | "not_yet";
};

/** Everything that happens to a partnership and that no app and no mail changes. Days are counted from the first, 0. */
export type Fate = {
  days: number;
  holdings: readonly Holding[];
  absences: readonly Absence[];
  leaves: readonly { person: Name; day: number }[];
  appointed: readonly { person: Name; post: PostKey; day: number }[];
  stops: readonly (Span & { post: PostKey })[];
  /** A post that is no more from that day on, and the one that the agreement lets follow. */
  ends: readonly { post: PostKey; day: number; successor: PostKey }[];
  jobsDown: ReadonlySet<number>;
  arrivals: readonly Arrival[];
};

const year = 365;
const span = (from: number, days: number): Span => ({ from, to: from + days - 1 });

/** What becomes of a partnership within so many days. */
export function fateOf(luck: Luck, days: number): Fate {
  const ends = [{ post: "mentor.sck", day: Math.floor(days * 0.6), successor: "skp.sck" }];
  const leaves = leavesIn(luck, days);
  const { holdings, appointed } = staffed(luck, { days, leaves, ends });
  const absences = [...players, ...appointed.map(({ person }) => person)].flatMap((person) =>
    awayIn(luck, person, days),
  );
  return {
    days,
    holdings,
    absences,
    leaves,
    appointed,
    stops: stopsIn(luck, days),
    ends,
    jobsDown: jobsDownIn(luck, days),
    arrivals: arrivalsIn(luck, days),
  };
}

function leavesIn(luck: Luck, days: number): Fate["leaves"] {
  const leaving = 1 - (1 - assumed.leaves) ** (days / year);
  return players
    .filter((person) => luck("leaves", person) < leaving)
    .map((person) => ({ person, day: between(luck("leaves on", person), [5, days - 1]) }))
    .toSorted((a, b) => a.day - b.day || a.person.localeCompare(b.person));
}

type Staffing = Pick<Fate, "days" | "leaves" | "ends">;

/** Who holds what, and who follows whoever left. */
function staffed(luck: Luck, { days, leaves, ends }: Staffing): Pick<Fate, "holdings" | "appointed"> {
  const left = new Map(leaves.map(({ person, day }) => [person, day]));
  const ended = new Map(ends.map(({ post, day }) => [post, day]));
  const last = (each: Holding) => Math.min(left.get(each.person) ?? days, ended.get(each.post) ?? days) - 1;
  const first = firstHoldings.map((each) => ({ ...each, to: last(each) >= days - 1 ? null : last(each) }));
  const next = reserves.values();
  const appointed = leaves.flatMap(({ person, day }) =>
    firstHoldings
      .filter((each) => each.person === person && !each.deputy)
      .flatMap(({ post }) => {
        const atOnce = luck("taken over", person, post) < assumed.takenOverAtOnce;
        const on = day + (atOnce ? 1 : between(luck("empty", person, post), assumed.emptyDays));
        if (on >= (ended.get(post) ?? days)) return [];
        const { value } = next.next();
        return value ? [{ person: value, post, day: on }] : [];
      }),
  );
  const followed = appointed.map(({ person, post, day }) => {
    const to = (ended.get(post) ?? days) - 1;
    return { person, post, deputy: false, from: day, to: to >= days - 1 ? null : to };
  });
  return { holdings: [...first, ...followed], appointed };
}

function awayIn(luck: Luck, person: Name, days: number): Absence[] {
  const halves = Array.from({ length: Math.ceil(days / 182) }, (_, half) => half);
  const holidays = halves.map((half) => ({
    person,
    said: true,
    ...span(
      half * 182 + between(luck("holiday", person, half), [0, 160]),
      between(luck("holiday days", person, half), assumed.holidayDays),
    ),
  }));
  const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, week) => week);
  const ill = weeks
    .filter((week) => luck("ill", person, week) < assumed.illWeeks)
    .map((week) => ({
      person,
      said: luck("says so", person, week) >= assumed.unsaid,
      ...span(
        week * 7 + between(luck("ill from", person, week), [0, 4]),
        between(luck("ill days", person, week), assumed.illDays),
      ),
    }));
  return [...holidays, ...ill].filter(({ from }) => from < days);
}

function stopsIn(luck: Luck, days: number): Fate["stops"] {
  const likely = 1 - (1 - assumed.stops) ** (days / year);
  return [...new Set(Object.values(firstReceiver))]
    .filter((post) => luck("stops", post) < likely)
    .map((post) => ({
      post,
      ...span(between(luck("stops on", post), [0, days - 1]), between(luck("stop days", post), assumed.stopDays)),
    }));
}

function jobsDownIn(luck: Luck, days: number): ReadonlySet<number> {
  const down = new Set<number>();
  for (let day = 0; day < days; day += 1)
    if (luck("jobs break", day) < assumed.jobsBreak)
      for (let later = 0; later < between(luck("jobs days", day), assumed.jobsDays); later += 1) down.add(day + later);
  return down;
}

const asked = Object.keys(firstReceiver).filter((service) => service !== "LOKAL");

function arrivalsIn(luck: Luck, days: number): Arrival[] {
  const all = Array.from({ length: days }, (_, day) => day).filter(isWorkingDay);
  const arrivals = all.flatMap((day) =>
    [...origins, asksLocally]
      .filter((origin) => luck("logs", origin, day) < assumed.logs)
      .map((origin) => {
        const said = luck("said", origin, day);
        const { saidWritten: written, saidOrally: orally } = assumed;
        return {
          day,
          origin,
          service: origin === asksLocally ? "LOKAL" : (oneOf(luck("service", origin, day), asked) ?? "SKP"),
          consent:
            said < written ? ("written" as const) : said < written + orally ? ("oral" as const) : ("not_yet" as const),
        };
      }),
  );
  return arrivals.map((each, referral) => ({ ...each, referral }));
}

/** Both ends count; without a last day it goes on. */
export const within = (day: number, { from, to }: { from: number; to: number | null }) =>
  from <= day && (to === null || to >= day);

/** Who holds a post that day, at work or not. */
export const holdersOf = ({ holdings }: Fate, post: PostKey, day: number): Name[] =>
  holdings.filter((each) => each.post === post && !each.deputy && within(day, each)).map(({ person }) => person);

/** Whom the app lets act for a post that day: its holders, and who stands in while it was told that each of them is away. */
export function actsFor(fate: Fate, post: PostKey, day: number): Name[] {
  const held = holdersOf(fate, post, day);
  const saidAway = (person: Name) =>
    fate.absences.some((each) => each.said && each.person === person && within(day, each));
  if (!held.every(saidAway)) return held;
  const standIn = fate.holdings.filter((each) => each.post === post && each.deputy && within(day, each));
  return [...held, ...standIn.map(({ person }) => person)];
}

/** Whoever is back today. */
export const backOn = ({ absences }: Fate, day: number): Name[] =>
  absences.filter(({ to }) => to === day - 1).map(({ person }) => person);

/** Is somebody at work that day, in a post that is answering? */
export const isAtWork = (fate: Fate, person: Name, day: number): boolean =>
  isWorkingDay(day) && !fate.absences.some((each) => each.person === person && within(day, each));

/** Does a post answer nobody that day? */
export const isStopped = ({ stops }: Fate, post: PostKey, day: number): boolean =>
  stops.some((each) => each.post === post && within(day, each));

/** Does a post still stand that day? */
export const stands = ({ ends }: Fate, post: PostKey, day: number): boolean =>
  !ends.some((each) => each.post === post && each.day <= day);

/** Those of them that stand and have somebody that day. */
export const openAmong = (fate: Fate, posts: readonly PostKey[], day: number): PostKey[] =>
  posts.filter((post) => stands(fate, post, day) && holdersOf(fate, post, day).length > 0);

/** Who logs a referral of that post that day: whoever of its own is at work. Nobody, and it is not logged in either world. */
export const logsAt = (fate: Fate, post: PostKey, day: number): Name | undefined =>
  isStopped(fate, post, day) ? undefined : holdersOf(fate, post, day).find((person) => isAtWork(fate, person, day));

/** The post that it goes to now: that one, or the one that follows it. */
export const standingFor = ({ ends }: Fate, post: PostKey, day: number): PostKey =>
  ends.find((each) => each.post === post && each.day <= day)?.successor ?? post;
