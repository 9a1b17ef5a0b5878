import type { Duty } from "#lib/agreement/parties.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { PostId, UnitId } from "#lib/referral/case.ts";
import { type Directory, isVacant } from "./directory.ts";

/**
 * Whom to tell when something waits for a post that nobody is there for: the nearest leader above it who is there, else the
 * coordinator. A housing organisation's leader sees counts only, so there it is the coordinator at once; that leader's
 * start page says which posts are empty.
 */
export function leadersOfVacant(directory: Directory, post: PostId, today: Day): PostId[] {
  if (!isVacant(directory, post, today)) return [];
  const leaders = leadersOf(directory, post, today);
  return leaders.length > 0 ? leaders : withDuty(directory, { duty: "coordinate", today });
}

/**
 * The nearest leaders of a municipal post who are there, its unit's own before those above; none of another post, since
 * whoever leads a housing organisation sees counts only.
 */
export function leadersOf(directory: Directory, post: PostId, today: Day): PostId[] {
  const { posts, units } = directory;
  const own = posts.get(post);
  let unit = own?.side === "municipal" ? own.unit : null;
  while (unit) {
    const leaders = withDuty(directory, { duty: "lead", today, unit });
    if (leaders.length > 0) return leaders;
    unit = units.get(unit)?.parent ?? null;
  }
  return [];
}

const withDuty = (directory: Directory, of: { duty: Duty; today: Day; unit?: UnitId }): PostId[] =>
  [...directory.posts.values()]
    .filter(({ id, open }) => open && !isVacant(directory, id, of.today))
    .filter(({ duties, unit }) => duties.includes(of.duty) && (of.unit === undefined || unit === of.unit))
    .map(({ id }) => id);
