import type { InboxWords } from "#components/inbox/words.ts";
import type { InboxFilters } from "#lib/referral/inbox-view.ts";

/** What services and units are called here; a code that nobody knows any more stands for itself. */
export type Names = { service: (code: string) => string; unit: (id: string) => string };

/** What a view is called: what its filters say. Nobody types a name, so none can say too much. */
export function viewName(
  { list, view, service, state, unit, sort }: InboxFilters,
  { inbox, state: states }: InboxWords,
  names: Names,
): string {
  const parts = [
    inbox.lists[list],
    view && inbox.views[view],
    service && names.service(service),
    state && (state === "on_hold" ? inbox.filter.on_hold : states[state]),
    unit && names.unit(unit),
    sort && inbox.filter[sort],
  ];
  return parts.filter(Boolean).join(" · ");
}
