import { type InboxQuery, rowsAtFirst } from "#lib/referral/inbox-view.ts";

type Part = { [Key in keyof InboxQuery]?: InboxQuery[Key] | undefined };

/** The part of an address that names a list; what is as usual is left out. */
function searchOf({ list, service, state, view, rows, lang }: Part): string {
  const search = new URLSearchParams();
  if (list && list !== "waits") search.set("list", list);
  if (service) search.set("service", service);
  if (state) search.set("state", state);
  if (view) search.set("view", view);
  if (rows && rows !== rowsAtFirst) search.set("rows", String(rows));
  if (lang && lang !== "da") search.set("lang", lang);
  return search.size > 0 ? `?${search}` : "";
}

/** Where a list stands; its language is the reader's. */
export const addressOf = ({ list, service, state, view, rows }: Part): string =>
  `/inbox${searchOf({ list, service, state, view, rows })}`;

/** Where the same list is read as data. */
export const dataOf = (query: InboxQuery): string => `/api/inbox${searchOf(query)}`;
