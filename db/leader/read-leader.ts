import { serviceName, serviceOf } from "#lib/agreement/service-of.ts";
import { clocks, rowsOfGroup } from "#lib/board/board-view.ts";
import { type Day, weeksBetween } from "#lib/calendar/day.ts";
import { workingDays } from "#lib/calendar/working-days.ts";
import type { PostId } from "#lib/referral/case.ts";
import { showCode } from "#lib/referral/code.ts";
import type { AskedRow, LeaderRow, LeaderView } from "#lib/referral/leader-view.ts";
import { lineOf, timeLeft } from "#lib/referral/line.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import { ledPosts, type Member, overseenPosts } from "../as-member.ts";
import { maskedLabel } from "../board/masked.ts";
import { type OpenReferral, openReferrals } from "../board/open-referrals.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf, isVacant } from "../directory/directory.ts";
import { look } from "../log/look.ts";
import type { Reader } from "../referral/naming.ts";

/**
 * What somebody leads: of a housing organisation how many referrals are open and closed, and of which residents they are
 * asked whether the name may be given; of a municipal unit the facts of those that lie with its posts or wait for them. Refuses with "not-found" whoever leads nothing.
 */
export async function readLeader(tx: Tx, me: Member, reader: Reader): Promise<Result<LeaderView>> {
  if (!me.duties.includes("lead")) return refused("not-found");
  const [led, overseen] = await Promise.all([ledPosts(tx), overseenPosts(tx)]);
  const [organisation, unit] = await Promise.all([
    led.length > 0 ? countsLed(tx, me, reader) : null,
    overseen.length > 0 ? rowsOf(tx, me, { overseen, reader }) : null,
  ]);
  return ok({ organisation, unit: unit && { rows: unit } });
}

async function countsLed(tx: Tx, me: Member, reader: Reader): Promise<LeaderView["organisation"]> {
  const { locale } = reader;
  const [counts, agreement, asked] = await Promise.all([
    tx.sql<{ status: string; count: number | null }[]>`select status, count from door.counts_led()`,
    agreementOf(tx, me),
    askedOf(tx, me, reader),
  ]);
  const of = (status: string) => counts.find((each) => each.status === status)?.count ?? null;
  return {
    open: of("open"),
    closed: of("closed"),
    reasons: agreement.forAll.voidReasons.map(({ code, text }) => ({ code, label: text[locale] })),
    asked,
  };
}

/** What is asked of this leader: the policies show no row of it, so the door tells just this. */
async function askedOf(tx: Tx, me: Member, { locale, aPlan }: Reader): Promise<AskedRow[]> {
  const rows = await tx.sql<{ code: string; service: string; agreement: string; to: PostId; since: Day }[]>`
    select code, service, agreement_id as agreement, to_post as to, asked_on as since
    from door.asked_of_leader() order by asked_on, code`;
  look(tx, "leader", { codes: rows.map(({ code }) => code) });
  const directory = await directoryOf(tx, me);
  return Promise.all(
    rows.map(async ({ code, service, agreement, to, since }) => {
      const its = serviceOf(await agreementOf(tx, me, agreement), service);
      const label = maskedLabel(directory, to, locale) ?? aPlan;
      return { code: showCode(code), service: serviceName(its)[locale], to: label, since };
    }),
  );
}

async function rowsOf(
  tx: Tx,
  me: Member,
  { overseen, reader }: { overseen: PostId[]; reader: Reader },
): Promise<LeaderRow[]> {
  const [agreement, directory, referrals] = await Promise.all([
    agreementOf(tx, me),
    directoryOf(tx, me),
    openReferrals(tx, me, { posts: overseen, limit: rowsOfGroup }),
  ]);
  look(tx, "leader", { codes: referrals.map(({ code }) => code) });
  const days = workingDays(agreement.workingDays.exceptions);
  const { locale, aPlan } = reader;
  const label = (post: PostId) => maskedLabel(directory, post, locale) ?? aPlan;
  const row = (referral: OpenReferral): LeaderRow => {
    const service = serviceOf(agreement, referral.service);
    const line = lineOf(referral, { today: me.today, days });
    const ball = line.ball ?? referral.holder;
    const { holdFor, holdUntil } = referral.current ?? {};
    const why = service.onHold.find(({ code }) => code === holdFor)?.text[locale];
    return {
      code: showCode(referral.code),
      service: serviceName(service)[locale],
      holder: label(referral.holder),
      waitsFor: label(ball),
      wait: line.wait,
      weeks: weeksBetween(referral.heldSince, me.today),
      mark: {
        state: line.state,
        hold: line.state === "on_hold" && why && holdUntil ? { what: why, until: holdUntil } : null,
      },
      left: timeLeft(line, me.today),
      vacant: overseen.includes(ball) && isVacant(directory, ball, me.today),
    };
  };
  // The board has a group for each clock; here they stand under each other, the most pressing first.
  return clocks.flatMap((clock) => referrals.filter((referral) => referral.clock === clock).map(row));
}
