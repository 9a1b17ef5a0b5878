import type { Category } from "#lib/protection/categories.ts";
import type { Fields } from "#lib/protection/protection-view.ts";
import { categoryOf } from "#lib/protection/record.ts";
import { schemaTables } from "./tables.ts";

/**
 * Every column of the schema by its table and what it holds, with who reads it.
 *
 * @throws when nobody decided what a column holds: half a record of processing would look like a whole one
 */
export const allFields = (): Fields[] =>
  schemaTables.flatMap(({ name: table, columns, readers }) => {
    const held = Map.groupBy(columns, (column): Category => {
      const category = categoryOf(table, column);
      if (!category) throw new Error(`nobody decided what ${table}.${column} holds`);
      return category;
    });
    return [...held].map(([category, these]) => ({ table, category, columns: these, readers }));
  });
