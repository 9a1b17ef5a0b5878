import type { InboxFilters } from "#lib/referral/inbox-view.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

type Narrowing = Omit<InboxFilters, "list">;
type Row = Pick<InboxFilters, "list"> & { [Name in keyof Narrowing]-?: Narrowing[Name] | null } & { place: number };

export type OwnView = InboxFilters & { place: number };

const columns = "place, list, service, state, view, unit_id as unit, sort";

/** The views that this person keeps, in their own order. */
export async function readOwnViews({ sql }: Tx, me: Member): Promise<OwnView[]> {
  const rows = await sql<Row[]>`
    select ${sql.unsafe(columns)} from own_view where person_id = ${me.person} order by place`;
  return rows.map(viewOf);
}

const viewOf = ({ place, list, service, state, view, unit, sort }: Row): OwnView => ({
  place,
  list,
  service: service ?? undefined,
  state: state ?? undefined,
  view: view ?? undefined,
  unit: unit ?? undefined,
  sort: sort ?? undefined,
});

/** The row of a view of this person's at that place. */
export const rowOf = (me: Member, { list, service, state, view, unit, sort }: InboxFilters, place: number) => ({
  partnership_id: me.partnership,
  person_id: me.person,
  place,
  list,
  service: service ?? null,
  state: state ?? null,
  view: view ?? null,
  unit_id: unit ?? null,
  sort: sort ?? null,
});

/** One person changes their views one change at a time: two windows would count the same places. */
export const lockOwnViews = async ({ sql }: Tx, me: Member): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`own-view ${me.person}`}, 0))`;
};
