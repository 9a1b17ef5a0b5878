import { serviceName, servicesEver } from "#lib/agreement/service-of.ts";
import { type Day, weekNumber } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { PostId, UnitId } from "#lib/referral/case.ts";
import { codesNear, parseCode } from "#lib/referral/code.ts";
import type { FindQuery } from "#lib/referral/find-query.ts";
import { type FoundRow, type FoundView, mostFound } from "#lib/referral/find-view.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { type Member, overseenPosts } from "../as-member.ts";
import { maskedLabel } from "../board/masked.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf, postLabel } from "../directory/directory.ts";
import { look } from "../log/look.ts";

/** `state`, `holder` and `heldSince` are null for those who see no more than their own part. */
type Found = {
  code: string;
  service: string;
  state: FoundRow["state"];
  holder: PostId | null;
  origin: PostId;
  heldSince: Day | null;
  party: boolean;
  opens: boolean;
};

/** The posts that this person looks with: those they act for, and those they lead. */
async function eyesOf(tx: Tx, me: Member): Promise<PostId[]> {
  return me.duties.includes("lead") ? [...me.posts, ...(await overseenPosts(tx))] : me.posts;
}

/** The units that this person may ask for: their own. */
export async function ownUnits(tx: Tx, me: Member): Promise<{ id: UnitId; name: string }[]> {
  const [eyes, { posts, units }] = await Promise.all([eyesOf(tx, me), directoryOf(tx, me)]);
  const own = new Set(eyes.map((post) => posts.get(post)?.unit));
  return [...units.values()].filter(({ id }) => own.has(id)).map(({ id, short }) => ({ id, name: short }));
}

/**
 * Finds referrals among those that this person sees: by code, of which one sign may be wrong, by service, by where they
 * lie in one of their own units, by how they stand. Whoever had a part and sees no more finds it by code and service alone.
 * Refuses "code" where nothing like it is a code, and "unknown-choice" for a unit that is not their own.
 */
export async function findReferrals(
  tx: Tx,
  me: Member,
  { code, service, unit, state }: FindQuery,
  locale: Locale,
): Promise<Result<FoundView>> {
  const codes = code ? codesNear(code) : null;
  if (codes?.length === 0) return refused("code", "code");
  const [eyes, directory, agreement] = await Promise.all([eyesOf(tx, me), directoryOf(tx, me), agreementOf(tx, me)]);
  if (unit && !eyes.some((post) => directory.posts.get(post)?.unit === unit)) return refused("unknown-choice", "unit");
  const there = [...directory.posts.values()].filter((post) => post.unit === unit).map(({ id }) => id);
  const own = eyes.filter((post) => there.includes(post));
  const coordinates = me.duties.includes("coordinate");
  const { sql } = tx;
  const found = await sql<Found[]>`
    select f.code, f.service, f.origin_post as origin, f.party, f.opens,
      case when f.facts then f.state end as state, case when f.facts then f.holder_post end as holder,
      case when f.facts then f.held_since end as "heldSince"
    from (
      select r.id, r.code, r.service, r.status, r.origin_post, r.holder_post, r.held_since, r.touched_on,
        w.to_post as waits_for, coalesce(p.party, false) as party, p.part is not null as opens,
        coalesce(p.facts, false) or (${coordinates} and r.status = 'open') as facts,
        case when r.status <> 'open' then r.status::text when r.waiting_id is not null then 'waiting'
          when r.current_id is not null then 'taken' else 'next_step' end as state
      from (
        select partnership_id, id, code, service, status, origin_post, holder_post, held_since, touched_on, waiting_id, current_id
        from referral
        union all
        select partnership_id, id, code, service, status, origin_post, holder_post, held_since, touched_on, waiting_id, current_id
        from door.muted_referrals(${codes})) r
      left join handover w on w.partnership_id = r.partnership_id and w.id = r.waiting_id
      left join lateral (
        select true as part, bool_or(scope <> 'part') as facts,
          bool_or(scope <> 'part' and post_id = any (${me.posts}::uuid[])) as party
        from party where partnership_id = r.partnership_id and referral_id = r.id and post_id = any (${eyes}::uuid[])
          and scope <> 'none' and (until is null or until >= ${me.today})
        having count(*) > 0) p on true
      where r.partnership_id = ${me.partnership}
        ${
          codes
            ? sql`and r.code = any (${codes})`
            : coordinates
              ? sql``
              : sql`and r.id in (
          select referral_id from party where partnership_id = ${me.partnership} and post_id = any (${eyes}::uuid[]))`
        }
        ${service ? sql`and r.service = ${service}` : sql``}) f
    where true
      ${state ? sql`and f.facts and f.state = ${state}` : sql``}
      ${
        unit
          ? sql`and f.facts and (f.holder_post = any (${there}::uuid[]) or f.waits_for = any (${there}::uuid[])
        or f.origin_post = any (${own}::uuid[]))`
          : sql``
      }
    order by f.status <> 'open', f.touched_on desc, f.code limit ${mostFound + 1}`;

  const meant = code && parseCode(code);
  const exact = found.filter((each) => each.code === meant);
  const rows = (exact.length > 0 ? exact : found).slice(0, mostFound);
  look(tx, "find", { codes: rows.map((row) => row.code) });
  const services = new Map(servicesEver(agreement).map((each) => [each.code, serviceName(each)[locale]]));
  const holder = ({ holder: post, origin, party }: Found): string | null =>
    post && (me.posts.includes(post) || (party && post === origin))
      ? postLabel(directory, post, locale)
      : post && maskedLabel(directory, post, locale);
  return ok({
    rows: rows.map((row) => ({
      code: row.code,
      service: services.get(row.service) ?? row.service,
      state: row.state,
      holder: holder(row),
      week: row.heldSince && weekNumber(row.heldSince),
      opens: row.opens,
    })),
    more: found.length > mostFound,
    near: code !== undefined && exact.length === 0 && rows.length > 0,
  });
}
