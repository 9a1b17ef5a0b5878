import { ball } from "./case.ts";
import { type Change, changed } from "./change.ts";
import type { Scene } from "./rule.ts";
import { tell } from "./step.ts";

/**
 * The change, and who hears of it besides: when the ball comes to a post that nobody is there for, whoever leads that post,
 * so that somebody is appointed.
 */
export function tellingLeaders(scene: Scene, change: Change): Change {
  const { referral, today, leadersOfVacant } = scene;
  const after = ball(changed(referral, change, today));
  if (after === null || after === ball(referral)) return change;
  return { ...change, notices: [...change.notices, ...tell(scene, [...leadersOfVacant(after)], "vacant")] };
}
