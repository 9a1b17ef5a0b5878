import { asTx, type Pool } from "#db/client.ts";
import { cutLog } from "#db/log/cut-log.ts";
import { closedReferrals, type Standing, standingOf } from "#db/referral/closed-referrals.ts";
import { forget } from "#db/referral/forget.ts";
import { performAsSystem } from "#db/referral/perform-as-system.ts";
import { dueOfClosed, dueOfText } from "#lib/anonymity/retention.ts";
import type { Day } from "#lib/calendar/day.ts";

/**
 * What is old disappears: reminds of a text that still stands after closing, warns of a referral that goes soon, takes away
 * those that were closed a year ago, and cuts the log. One transaction a referral and step, each looking again at what is
 * there, so that a run twice, or after days without one, leaves the same behind. Answers how many referrals went.
 */
export async function retention(pool: Pool, today: Day): Promise<number> {
  let gone = 0;
  for (const { partnership, id } of await closedReferrals(pool, today)) {
    const went = await pool.sql.begin(async (sql) => {
      const tx = asTx(pool, sql);
      const standing = await standingOf(tx, { partnership, id });
      if (!standing) return false;
      const due = dueOfClosed(standing, today);
      if (due === "forget") return forget(tx, standing);
      await tell(tx, standing, { due, today });
      return false;
    });
    if (went) gone += 1;
  }
  await cutLog(pool);
  return gone;
}

type Telling = { due: "nothing" | "warn"; today: Day };

async function tell(tx: Parameters<typeof performAsSystem>[0], standing: Standing, { due, today }: Telling) {
  const { partnership, code } = standing;
  const step = standing.text ? dueOfText(standing, today) : "nothing";
  if (step !== "nothing") await performAsSystem(tx, { partnership, today }, { act: "remind", code, step });
  if (due === "warn") await performAsSystem(tx, { partnership, today }, { act: "warn", code });
}
