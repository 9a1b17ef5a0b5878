import { ok, type Result, refused } from "#lib/result.ts";
import type { SheetRow } from "./sheet.ts";

export const columns = ["mail", "name", "function", "unit", "from"] as const;
export type ListColumn = (typeof columns)[number];

/** What a heading may say: in Danish as the template does, and in English. */
const headings: Record<ListColumn, readonly string[]> = {
  mail: ["mail", "e-mail", "email", "mailadresse"],
  name: ["navn", "name"],
  function: ["funktion", "function"],
  unit: ["enhed", "unit"],
  from: ["fra", "from"],
};
const optional: ListColumn = "from";

/**
 * Where each column stands. Refuses "list-no-column" (with `column`, one that is missing), "list-two-columns" (one that is there twice)
 * and "list-other-column" (`text`, a heading that is none: what stands under it would be lost without a word).
 */
export function columnsOf({ cells }: SheetRow): Result<ReadonlyMap<ListColumn, number>> {
  const found = new Map<ListColumn, number>();
  for (const [at, { text }] of cells.entries()) {
    const said = text.toLowerCase();
    if (said === "") continue;
    const column = columns.find((each) => headings[each].includes(said));
    if (!column) continue;
    if (found.has(column)) return refused("list-two-columns", "file", { column });
    found.set(column, at);
  }
  const missing = columns.find((each) => each !== optional && !found.has(each));
  if (missing) return refused("list-no-column", "file", { column: missing });
  const other = cells.find(({ text }, at) => text !== "" && ![...found.values()].includes(at));
  return other ? refused("list-other-column", "file", { text: other.text.slice(0, 40) }) : ok(found);
}
