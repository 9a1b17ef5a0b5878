import type { Day } from "#lib/calendar/day.ts";
import type { FiguresView } from "#lib/figures/figures-view.ts";
import type { Quarter } from "#lib/figures/quarter.ts";
import type { Release } from "#lib/figures/release.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";

/**
 * The figures of one quarter as they were published, the newest unless another is asked for. For Boligsocialt Forum and
 * leaders; refuses everybody else, and a quarter without figures, with "not-found".
 */
export async function readFigures(
  { sql }: Tx,
  me: Member,
  { quarter }: { quarter?: Quarter | undefined } = {},
): Promise<Result<FiguresView>> {
  if (!me.duties.includes("forum") && !me.duties.includes("lead")) return refused("not-found");
  const quarters = await sql<FiguresView["quarters"]>`
    select quarter, content #> '{referrals,grid,total}' as total from release order by quarter desc`;
  const wanted = quarter ?? quarters[0]?.quarter;
  if (!wanted) return ok({ quarters: [], shown: null });
  const [shown] = await sql<{ quarter: Quarter; publishedOn: Day; release: Release }[]>`
    select quarter, (published_at at time zone 'Europe/Copenhagen')::date as "publishedOn", content as release
    from release where quarter = ${wanted}`;
  return shown ? ok({ quarters: [...quarters], shown }) : refused("not-found");
}
