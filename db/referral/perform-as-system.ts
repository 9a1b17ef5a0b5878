import type { Day } from "#lib/calendar/day.ts";
import { endHold, expireConsent, remindOfClock, remindOfText, succeed, warnOfEnd } from "#lib/referral/acts/system.ts";
import type { PostId } from "#lib/referral/case.ts";
import type { Change } from "#lib/referral/change.ts";
import type { Reminder } from "#lib/referral/reminders.ts";
import type { Scene } from "#lib/referral/rule.ts";
import { tellingLeaders } from "#lib/referral/vacant.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { tellLists } from "../live/tell-lists.ts";
import { loadCase } from "./load-case.ts";
import { talkOf, worldOf } from "./perform.ts";
import { type Written, writeChange } from "./write-change.ts";

export type SystemAct =
  | { act: "succeed"; code: string; ending: PostId; successor: PostId }
  | { act: "expire"; code: string }
  | { act: "hold_over"; code: string }
  | { act: "due"; code: string; told: readonly Reminder[] }
  | { act: "remind"; code: string; step: "remind" | "leader" }
  | { act: "warn"; code: string };

function decide(scene: Scene, doing: SystemAct): Result<Change> {
  switch (doing.act) {
    case "succeed":
      return succeed(scene, doing);
    case "expire":
      return expireConsent(scene);
    case "hold_over":
      return endHold(scene);
    case "due":
      return remindOfClock(scene, doing);
    case "remind":
      return remindOfText(scene, doing);
    case "warn":
      return warnOfEnd(scene);
  }
}

/**
 * What happens without a person, in a transaction of the jobs' login: a post is succeeded by another, an oral consent has
 * run out, a hold is over, a clock is due, a closed referral's text waits for its answer, or it goes soon. Locks the referral and writes
 * row, event and notices like every other act. Refuses with "not-found" or "not-now".
 *
 * @param on.today the day it happens on: a job that comes late names the day it should have come, so that clocks run on
 *   as they would have
 */
export async function performAsSystem(
  tx: Tx,
  { partnership, today }: { partnership: string; today: Day },
  doing: SystemAct,
): Promise<Result<Written>> {
  const loaded = await loadCase(tx, doing.code, { lock: true, partnership });
  if (!loaded) return refused("not-found");
  const { referral, matter, row } = loaded;
  const [known] = await tx.sql<{ directory: number }[]>`select directory from partnership where id = ${partnership}`;
  const [agreement, directory] = await Promise.all([
    agreementOf(tx, { partnership, agreement: row.agreement }),
    directoryOf(tx, { partnership, today, directory: known?.directory ?? 0 }),
  ]);
  const { ids, ...world } = worldOf({ agreement, directory, service: referral.service, today });
  const scene: Scene = {
    ...world,
    referral,
    matter,
    talk: await talkOf(tx, referral.id),
    actor: { person: "", posts: [], leads: [] },
    post: "",
  };
  const change = decide(scene, doing);
  if (!change.ok) return change;
  const written = await writeChange(tx, tellingLeaders(scene, change.value), {
    partnership,
    person: null,
    post: null,
    today,
    act: doing.act,
    before: referral,
    ids,
  });
  await tellLists(tx, { partnership }, written.heard);
  return ok(written);
}
