import { type Day, weekNumber } from "#lib/calendar/day.ts";
import type { Standing } from "#lib/directory/contact-view.ts";
import { presenceOf } from "#lib/directory/presence.ts";
import type { PostId } from "#lib/referral/case.ts";
import type { Directory } from "./directory.ts";

/** Who is there at a post today, who stands in, and until when. */
export function whoIsAt(directory: Directory, post: PostId, today: Day): Omit<Standing, "capacity"> {
  const { state, until, deputies } = presenceOf(directory, post, today);
  return { presence: state, until, deputies: deputies.map((person) => directory.people.get(person) ?? "–") };
}

/** What a post says of the room it has for a service; null where it says nothing, or the week is over. */
export function capacityAt(
  { capacities }: Directory,
  post: PostId,
  { service, today }: { service: string; today: Day },
): Standing["capacity"] {
  const said = capacities.find((each) => each.post === post && each.service === service);
  return said && said.until >= today ? { state: said.state, week: weekNumber(said.until) } : null;
}

/** Both, as a sender should know them beforehand. */
export const standingAt = (directory: Directory, post: PostId, of: { service: string; today: Day }): Standing => ({
  ...whoIsAt(directory, post, of.today),
  capacity: capacityAt(directory, post, of),
});
