import type { Column, Rows } from "./eye.ts";

type Around = { rows: Rows; thorough: boolean };

/** Values that an attacker would like a column to have, as SQL. A quick run takes the first of each. */
export function valuesFor(
  { type, labels, name }: Pick<Column, "type" | "labels" | "name">,
  { rows, thorough }: Around,
): string[] {
  const all = candidates({ type, labels, name }, rows);
  return thorough ? all : all.slice(0, type.startsWith("handover_state") ? 3 : 1);
}

function candidates({ type, labels, name }: Pick<Column, "type" | "labels" | "name">, rows: Rows): string[] {
  if (labels.length > 0) return labels.map((label) => `'${label}'`);
  switch (type) {
    case "uuid":
      return [
        `'${String(rows.stranger?.[0]?.id)}'`,
        "door.me()",
        `'${String(rows.referral?.[0]?.origin_post)}'`,
        "gen_random_uuid()",
        "null",
      ];
    case "date":
      return ["door.today() + 4000", "door.today() - 400", "door.today()", "null"];
    case "timestamptz":
      return ["app_now() + interval '1 day'", "app_now() - interval '1 year'", "null"];
    case "bool":
      return ["true", "false"];
    case "int4":
    case "int8":
      return ["7", "0", `${name} + 1`];
    case "jsonb":
      return [`'{"referral": {}, "handovers": [], "parties": []}'`, `'{"note": "Fru Hansen"}'`, "null"];
    case "xid8":
      return ["'1'", "pg_current_xact_id()", "null"];
    case "_text":
      return ["'{Fru Hansen}'", "'{}'"];
    case "text":
      // What somebody writes in words of their own is the guard's to judge: of those the database knows only a CPR number.
      return [name === "body" ? "'010190-1234'" : "'Fru Hansen'", "'SAMTYKKE'", "null"].slice(
        0,
        name === "body" ? 1 : 3,
      );
    default:
      throw new Error(`no value is known for a column of type ${type}`);
  }
}
