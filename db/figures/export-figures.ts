import type { FiguresExport, FiguresView } from "#lib/figures/figures-view.ts";
import type { Quarter } from "#lib/figures/quarter.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { readFigures } from "./read-figures.ts";

/** Says what the figures of a quarter are carried out of the app for. They can be fetched for five minutes afterwards. */
export async function exportFigures(
  tx: Tx,
  me: Member,
  { quarter, purpose }: FiguresExport,
): Promise<Result<{ quarter: Quarter }>> {
  const found = await readFigures(tx, me, { quarter });
  if (!found.ok) return found;
  await tx.sql`select door.export_figures(${quarter}::date, ${purpose})`;
  return ok({ quarter });
}

/** The figures of a quarter for a file, once its purpose stands in the log. Refuses everything else with "not-found". */
export async function readFiguresExport(tx: Tx, me: Member, quarter: Quarter): Promise<Result<FiguresView>> {
  const found = await readFigures(tx, me, { quarter });
  if (!found.ok) return found;
  const [said] = await tx.sql<{ said: boolean }[]>`select door.said_figures(${quarter}::date) as said`;
  return said?.said ? found : refused("not-found");
}
