import { z } from "zod";
import { ok, refused } from "#lib/result.ts";
import { receiver, unasked } from "../case.ts";
import { noChange } from "../change.ts";
import { rule } from "../rule.ts";
import { openedBy, tell } from "../step.ts";

/**
 * Godkend: the resident cannot be asked, and the leader of the origin's organisation agrees that the name is given all
 * the same, to the unit that it was sent to and to no other. From then on it is as after a yes; a yes or a no of the
 * resident comes before it.
 */
export const approve = rule({
  by: ["origin_leader"],
  need: { status: "open", unasked: true },
  input: z.strictObject({}),
  run: (scene) => {
    const { referral, today, find, actor } = scene;
    const { waiting, current, origin, holder } = referral;
    // Whoever leads and logs too asks somebody else who leads.
    if (actor.posts.includes(origin)) return refused("not-yours");
    const units = unasked(referral);
    const between = [receiver(referral) ? waiting : null, current].find(
      (each) => each && units.includes(find(each.to)?.unit ?? ""),
    );
    const unit = between && find(between.to)?.unit;
    if (!between || !unit) return refused("not-now");
    const consents = [{ unit, name: "approved" as const, recordedOn: today, expiresOn: null }];
    return ok({
      ...noChange,
      ...openedBy(scene, unit, consents),
      consents,
      event: { handover: between.id, reason: null, details: { to: between.to } },
      // The act is done as the origin's post by its leader: the origin itself is told.
      notices: [{ to: origin, kind: "approved" }, ...tell(scene, [holder, between.to], "approved")],
    });
  },
});
