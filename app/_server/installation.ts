import type { InstallationKind } from "#db/migrate.ts";
import { pool } from "./pool.ts";

let known: InstallationKind | undefined;

/** Demo or live, as the database says; it never changes. */
export async function installation(): Promise<InstallationKind> {
  if (!known) {
    const [row] = await pool().sql<{ kind: InstallationKind }[]>`select door.installation() as kind`;
    known = row?.kind ?? "live";
  }
  return known;
}
