import { serviceName, servicesEver } from "#lib/agreement/service-of.ts";
import { type Day, weekNumber } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { PostId } from "#lib/referral/case.ts";
import type { NoticeKind } from "#lib/referral/change.ts";
import type { Doer, NoticeLine, NoticesView, NoticeWeek } from "#lib/referral/notice-view.ts";
import { ok, type Result } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementIfAny, type Directory, directoryOf, postLabel } from "../directory/directory.ts";
import { look } from "../log/look.ts";
import { myNotices } from "./my-notices.ts";

type Found = {
  event: string;
  kind: NoticeKind;
  toPost: PostId;
  unread: boolean;
  day: Day;
  upTo: string;
  code: string;
  service: string;
  origin: PostId;
  /** May the reader see the event? Whoever passed a referral on sees no more of it. */
  seen: boolean;
  by: PostId | null;
  from: PostId | null;
  to: PostId | null;
};

/** What has happened with this person's referrals lately, newest first, by week. */
export async function readNotices(tx: Tx, me: Member, locale: Locale): Promise<Result<NoticesView>> {
  const { sql } = tx;
  // Named one by one, or all that there is would be gone through.
  const told = sql`array(select distinct referral_id from n)`;
  const [found, directory, agreement] = await Promise.all([
    sql<Found[]>`
      with n as materialized (${myNotices(sql, me, { unreadOnly: false })}),
        r as materialized (
          select partnership_id, id, code, service, origin_post, holder_post, false as muted from referral
          where partnership_id = ${me.partnership} and id = any (${told})
          union all
          select partnership_id, id, code, service, origin_post, holder_post, true
          from door.muted_referrals(ids => ${told})),
        h as materialized (
          select partnership_id, id, from_post, to_post from handover
          where partnership_id = ${me.partnership} and referral_id = any (${told})
          union all
          select partnership_id, id, from_post, to_post from door.muted_handovers(${told}))
      select n.event_id as event, n.kind, n.to_post as "toPost", n.unread,
        (n.release_at at time zone 'Europe/Copenhagen')::date as day, app_now()::text as "upTo",
        r.code, r.service, r.origin_post as origin, e.id is not null as seen, h.from_post as "from", h.to_post as "to",
        case when r.muted and h.id is null and e.handover_id is not null and e.act <> 'call' then r.holder_post
          else e.post_id end as by
      from n
      join r on r.partnership_id = ${me.partnership} and r.id = n.referral_id
      left join event e on e.partnership_id = r.partnership_id and e.id = n.event_id
      left join h on h.partnership_id = r.partnership_id and h.id = e.handover_id
      order by n.release_at desc, n.event_id`,
    directoryOf(tx, me),
    agreementIfAny(tx, me),
  ]);
  look(tx, "notices", { codes: found.map(({ code }) => code) });
  const services = new Map(servicesEver(agreement).map((each) => [each.code, serviceName(each)[locale]]));
  const weeks: NoticeWeek[] = [];
  for (const each of found) {
    const week = weekNumber(each.day);
    if (weeks.at(-1)?.week !== week) weeks.push({ week, notices: [] });
    weeks
      .at(-1)
      ?.notices.push(lineFor(each, { me, directory, locale, service: services.get(each.service) ?? each.service }));
  }
  return ok({ weeks, unread: found.filter(({ unread }) => unread).length, upTo: found[0]?.upTo ?? "" });
}

type Around = { me: Member; directory: Directory; locale: Locale; service: string };

function lineFor(found: Found, { me, directory, locale, service }: Around): NoticeLine {
  const { event, kind, code, unread, toPost, origin, from, to } = found;
  const party = (post: PostId | null) => !!post && me.posts.includes(post);
  const met = party(from) || party(to);
  /** A helhedsplan is named to the two parties of its handover, and the origin to everybody who has a part in it. */
  const doer = (post: PostId | null): Doer => {
    if (!found.seen) return "somebody";
    if (!post) return "system";
    const hidden = directory.posts.get(post)?.side === "housing" && !met && post !== origin;
    return hidden ? "plan" : { post: postLabel(directory, post, locale) };
  };
  // Its leader is told that it waits for nobody, and neither where it came from nor how.
  if (kind === "vacant") return { id: event, kind, code, service, by: "system", to: "system", unread };
  const received = kind === "sent" && to === toPost;
  const whom = doer(to);
  // Whom it was sent to is said only where this reader may know: else it went further.
  const sentOn = typeof whom === "string" ? "redirected" : "sent_for";
  return {
    id: event,
    kind: kind === "sent" && !received ? sentOn : kind,
    code,
    service,
    // Whoever sent it on is no party to what came of it: the receiver hears of the sender.
    by: doer(received ? from : found.by),
    to: whom,
    unread,
  };
}
