import type { OpenMeeting } from "#lib/agreement/series.ts";
import type { Tx } from "../client.ts";

/** The meetings that keep their series in the agreement. Whoever neither administers nor adopts is told of none. */
export const openSeries = ({ sql }: Pick<Tx, "sql">): Promise<OpenMeeting[]> =>
  sql<OpenMeeting[]>`select series, on_day as day from door.open_series()`;
