import { z } from "zod";
import { code } from "#lib/agreement/words.ts";
import { type InboxFilters, inboxLists, inboxSorts, inboxStates, inboxViews } from "./inbox-view.ts";

/** The most that one person keeps. The database's own check says the same. */
export const mostOwnViews = 10;

const filters = {
  list: z.enum(inboxLists),
  service: code.optional(),
  state: z.enum(inboxStates).optional(),
  view: z.enum(inboxViews).optional(),
  unit: z.uuid().optional(),
  sort: z.enum(inboxSorts).optional(),
};

/** Does it say more than the lists and the fixed views, which everybody has? */
export const saysMore = ({ service, state, unit, sort }: InboxFilters): boolean =>
  [service, state, unit, sort].some((part) => part !== undefined);

const worthKeeping = [saysMore, "view-empty"] as const;

/** A view to keep: what its filters say. It is known by that and by no name. `place` gives back the one it had. */
export const keptView = z
  .strictObject({ ...filters, place: z.coerce.number().int().min(1).max(mostOwnViews).optional() })
  .refine(...worthKeeping);
export type KeptView = z.infer<typeof keptView>;

export const droppedView = z.strictObject(filters).refine(...worthKeeping);

/** One place nearer to the first, or to the last. */
export const movedView = z.strictObject({ ...filters, to: z.enum(["earlier", "later"]) }).refine(...worthKeeping);
export type MovedView = z.infer<typeof movedView>;

/** Do both say the same? Rows, places and languages are nobody's filter. */
export const sameView = (one: InboxFilters, other: InboxFilters): boolean =>
  (Object.keys(filters) as (keyof typeof filters)[]).every((name) => one[name] === other[name]);
