import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { OpenPost } from "#lib/directory/people-view.ts";
import { presenceOf } from "#lib/directory/presence.ts";
import { type Directory, postLabel } from "../directory/directory.ts";
import { type Reach, reaches } from "../directory/reach.ts";

/** Posts that nobody looks after today, of those within reach: vacant ones first. */
export function openPosts(
  directory: Directory,
  { reach, today, locale }: { reach: Reach; today: Day; locale: Locale },
): OpenPost[] {
  return [...directory.posts.values()]
    .filter(({ id, open }) => open && reaches(reach, id))
    .flatMap(({ id }): OpenPost[] => {
      const { state, until } = presenceOf(directory, id, today);
      return state === "vacant" || state === "away"
        ? [{ id, label: postLabel(directory, id, locale), state, until }]
        : [];
    })
    .toSorted((a, b) => b.state.localeCompare(a.state) || a.label.localeCompare(b.label, locale));
}
