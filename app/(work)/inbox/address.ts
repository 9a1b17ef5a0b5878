import { type InboxQuery, rowsAtFirst } from "#lib/referral/inbox-view.ts";

type Part = { [Key in keyof InboxQuery]?: InboxQuery[Key] | undefined };

/** The part of an address that names a list; what is as usual is left out. */
function searchOf({ list, service, state, view, unit, sort, rows, lang }: Part): string {
  const search = new URLSearchParams();
  if (list && list !== "waits") search.set("list", list);
  if (service) search.set("service", service);
  if (state) search.set("state", state);
  if (view) search.set("view", view);
  if (unit) search.set("unit", unit);
  if (sort) search.set("sort", sort);
  if (rows && rows !== rowsAtFirst) search.set("rows", String(rows));
  if (lang && lang !== "da") search.set("lang", lang);
  return search.size > 0 ? `?${search}` : "";
}

/** Where a list stands; its language is the reader's. */
export const addressOf = ({ lang: _, ...part }: Part): string => `/inbox${searchOf(part)}`;

/** Where the same list is read as data. */
export const dataOf = (query: InboxQuery): string => `/api/inbox${searchOf(query)}`;
