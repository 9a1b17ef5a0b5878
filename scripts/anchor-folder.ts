import path from "node:path";
import type postgres from "postgres";
import { KEPT } from "#scripts/project.ts";

/** Where heads of the log's chains are kept outside the database: ANCHOR_DIR, else beside what the installation keeps. */
export async function anchorFolder(sql: postgres.Sql): Promise<string> {
  const named = process.env["ANCHOR_DIR"];
  if (named) return path.resolve(named);
  const [row] = await sql<{ kind: string }[]>`select door.installation() as kind`;
  return path.join(KEPT, row?.kind ?? "live", "anchors");
}
