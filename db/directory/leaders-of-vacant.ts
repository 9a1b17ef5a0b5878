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
  const { posts, units } = directory;
  const own = posts.get(post);
  const there = [...posts.values()].filter(({ id, open }) => open && !isVacant(directory, id, today));
  const withDuty = (duty: Duty, within?: UnitId): PostId[] =>
    there
      .filter(({ duties, unit }) => duties.includes(duty) && (within === undefined || unit === within))
      .map(({ id }) => id);
  let unit = own?.side === "municipal" ? own.unit : null;
  while (unit) {
    const leaders = withDuty("lead", unit);
    if (leaders.length > 0) return leaders;
    unit = units.get(unit)?.parent ?? null;
  }
  return withDuty("coordinate");
}
