import type { Day } from "#lib/calendar/day.ts";
import { weekNumber } from "#lib/calendar/day.ts";
import type { Standing } from "#lib/directory/contact-view.ts";
import { presenceOf } from "#lib/directory/presence.ts";
import type { PostId } from "#lib/referral/case.ts";
import type { Directory } from "./directory.ts";

/** Who is there at a post today, and whether it has room for that service: what a sender should know beforehand. */
export function standingAt(directory: Directory, post: PostId, { service, today }: { service: string; today: Day }) {
  const { state, until, deputies } = presenceOf(directory, post, today);
  const said = directory.capacities.find((each) => each.post === post && each.service === service);
  return {
    presence: state,
    until,
    deputies: deputies.map((person) => directory.people.get(person) ?? "–"),
    capacity: said && said.until >= today ? { state: said.state, week: weekNumber(said.until) } : null,
  } satisfies Standing;
}
