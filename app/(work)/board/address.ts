import type { BoardQuery } from "#lib/board/board-view.ts";

type Part = { [Key in keyof BoardQuery]?: BoardQuery[Key] | undefined };

function searchOf({ service, unit, clock, page, lang }: Part): string {
  const search = new URLSearchParams();
  if (service) search.set("service", service);
  if (unit) search.set("unit", unit);
  if (clock) search.set("clock", clock);
  if (page && page > 1) search.set("page", String(page));
  if (lang && lang !== "da") search.set("lang", lang);
  return search.size > 0 ? `?${search}` : "";
}

/** Where a part of the board stands; its language is the reader's. */
export const addressOf = ({ service, unit, clock, page }: Part): string =>
  `/board${searchOf({ service, unit, clock, page })}`;

/** Where the same part is read as data. */
export const dataOf = (query: BoardQuery): string => `/api/board${searchOf(query)}`;
