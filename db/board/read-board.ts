import { type Agreement, hadService, serviceName, serviceOf } from "#lib/agreement/service-of.ts";
import {
  type BoardQuery,
  type BoardRow,
  type BoardView,
  clocks,
  helhedsplan,
  rowsOfGroup,
} from "#lib/board/board-view.ts";
import { weeksBetween } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import { type AgendaReason, agendaOf } from "#lib/meeting/agenda.ts";
import type { PostId } from "#lib/referral/case.ts";
import { lineOf, timeLeft } from "#lib/referral/line.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, type Directory, directoryOf, isVacant } from "../directory/directory.ts";
import { look } from "../log/look.ts";
import { agendaFacts } from "../meeting/agenda-facts.ts";
import { talksOf } from "../meeting/talks-of.ts";
import { masked, maskedLabel } from "./masked.ts";
import { countBalls, countOpen, type OpenFilter, type OpenReferral, openReferrals } from "./open-referrals.ts";

/**
 * Every open referral of the partnership as facts, for its coordinator: by clock, the most pressing first, at most
 * `rowsOfGroup` of each group, or one page of one group. No matter, and no estate. Refuses everybody else with
 * "not-found".
 */
export async function readBoard(tx: Tx, me: Member, query: BoardQuery): Promise<Result<BoardView>> {
  if (!me.duties.includes("coordinate")) return refused("not-found");
  const { clock, page, lang } = query;
  const [agreement, directory] = await Promise.all([agreementOf(tx, me, me.agreement), directoryOf(tx, me)]);
  const filter: OpenFilter = { service: query.service, posts: postsOf(directory, query.unit) };
  const offset = clock ? (page - 1) * rowsOfGroup : 0;
  const [counts, balls, open] = await Promise.all([
    countOpen(tx, me, filter),
    countBalls(tx, me),
    openReferrals(tx, me, { ...filter, clock, offset, limit: rowsOfGroup }),
  ]);
  look(tx, "board", { codes: open.map(({ code }) => code) });
  const [mine, talks] = await Promise.all([myOwn(tx, me, open), talksOf(tx, open)]);
  const { cases } = agendaOf(
    open.map((referral) => agendaFacts(referral, { directory, agreement, talks })),
    me.today,
  );
  const reasons = new Map(cases.map((each) => [each.facts.id, each.reasons]));
  const row = rowsFor({ me, agreement, directory, mine, reasons, lang });
  return ok({
    groups: clocks
      .filter((each) => counts[each] > 0 && (!clock || each === clock))
      .map((each) => ({
        clock: each,
        count: counts[each],
        rows: open.filter((referral) => referral.clock === each).map(row),
      })),
    vacant: vacantPosts(directory, me, balls, lang),
    page,
    pages: clock ? Math.max(1, Math.ceil(counts[clock] / rowsOfGroup)) : 1,
  });
}

function postsOf({ posts }: Directory, unit: BoardQuery["unit"]): PostId[] | undefined {
  if (!unit) return undefined;
  const chosen = [...posts.values()].filter(({ side, unit: own }) =>
    unit === helhedsplan ? side !== "municipal" : side === "municipal" && own === unit,
  );
  return chosen.map(({ id }) => id);
}

/** The referrals to which one of this person's posts is a party: those may be opened from here. */
async function myOwn({ sql }: Tx, me: Member, open: readonly OpenReferral[]): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }[]>`
    select distinct referral_id as id from party
    where partnership_id = ${me.partnership} and post_id = any (${me.posts}::uuid[]) and scope <> 'none'
      and referral_id = any (${open.map(({ id }) => id)}::uuid[]) and (until is null or until >= ${me.today})`;
  return new Set(rows.map(({ id }) => id));
}

type Drawing = {
  me: Member;
  agreement: Agreement;
  directory: Directory;
  mine: ReadonlySet<string>;
  reasons: ReadonlyMap<string, AgendaReason[]>;
  lang: BoardQuery["lang"];
};

function rowsFor({ me, agreement, directory, mine, reasons, lang }: Drawing): (referral: OpenReferral) => BoardRow {
  const { today } = me;
  const days = workingDays(agreement.workingDays.exceptions);
  return (referral) => {
    const { code, service, current } = referral;
    const line = lineOf(referral, { today, days });
    const found = hadService(agreement, service) ? serviceOf(agreement, service) : null;
    const onHold =
      line.state === "on_hold" ? found?.onHold.find((reason) => reason.code === current?.holdFor) : undefined;
    return {
      code,
      mine: mine.has(referral.id),
      service: found ? serviceName(found)[lang] : service,
      holder: maskedLabel(directory, referral.holder, lang),
      ball: maskedLabel(directory, line.ball ?? referral.holder, lang),
      wait: line.wait,
      hold: onHold && current?.holdUntil ? { what: onHold.text[lang], until: current.holdUntil } : null,
      left: timeLeft(line, today),
      weeks: weeksBetween(referral.loggedOn, today),
      reasons: reasons.get(referral.id) ?? [],
    };
  };
}

/** Those of the estates count as one: which of them is vacant would tell where something waits. */
function vacantPosts(directory: Directory, me: Member, balls: ReadonlyMap<PostId, number>, lang: BoardQuery["lang"]) {
  const waiting = new Map<string, number>();
  for (const [post, count] of balls) {
    if (!isVacant(directory, post, me.today)) continue;
    const seen = masked(directory, post);
    waiting.set(seen, (waiting.get(seen) ?? 0) + count);
  }
  const most = [...waiting].toSorted(([, a], [, b]) => b - a);
  return most.map(([post, count]) => ({
    post: post === helhedsplan ? null : maskedLabel(directory, post, lang),
    waiting: count,
  }));
}
