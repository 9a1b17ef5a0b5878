import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { Day } from "#lib/calendar/day.ts";
import { type Proposal, proposalFor } from "#lib/meeting/proposal.ts";
import type { PostId } from "#lib/referral/case.ts";
import type { Tx } from "../client.ts";
import type { Directory } from "../directory/directory.ts";
import { administrationsOf } from "./agenda-facts.ts";
import type { AgendaItem } from "./agenda-items.ts";
import { invitable, seriesOf } from "./series.ts";

type Naming = { agreement: AgreementContent; directory: Directory };
/** The meeting that is called, or is about to be: then it has neither id nor items yet. */
type Called = { series: string; onDay: Day; id?: string | undefined; items?: readonly AgendaItem[] };

/** The posts that do not always come and are proposed for a meeting, each with the reason. */
export async function proposalsFor(
  tx: Tx,
  { agreement, directory }: Naming,
  { series, onDay, id, items = [] }: Called,
): Promise<Map<PostId, Proposal>> {
  const found = seriesOf(agreement, series);
  if (!found) return new Map();
  const met = await metInYear(tx, { series, onDay, id });
  const ofCases = items.flatMap((item) => (item.kind === "case" ? [item.facts.holder, item.facts.waitsFor] : []));
  const concerned = administrationsOf(directory, ofCases);
  return new Map(
    invitable(directory, found).flatMap(({ post, attends }) => {
      const [own] = administrationsOf(directory, [post.id]);
      const why = proposalFor(attends, {
        met: met.get(post.id) ?? 0,
        concerned: own !== undefined && concerned.includes(own),
      });
      return why ? [[post.id, why] as const] : [];
    }),
  );
}

/** How many meetings of the series each post was at in the calendar year, without this one. */
async function metInYear(
  { sql }: Tx,
  { series, onDay, id }: Pick<Called, "series" | "onDay" | "id">,
): Promise<Map<PostId, number>> {
  const rows = await sql<{ post: PostId; met: number }[]>`
    select c.post_id as post, count(*)::int as met from meeting_post c
    join meeting m on m.partnership_id = c.partnership_id and m.id = c.meeting_id
    where m.series = ${series} and m.state in ('held', 'closed') and c.attendance = 'present'
      and extract(year from m.on_day) = extract(year from ${onDay}::date) and m.id is distinct from ${id ?? null}::uuid
    group by c.post_id`;
  return new Map(rows.map(({ post, met }) => [post, met]));
}
