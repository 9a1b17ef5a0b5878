import { type Agreement, hadService, serviceOf } from "#lib/agreement/service-of.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { AgendaFacts } from "#lib/meeting/agenda.ts";
import type { PostId } from "#lib/referral/case.ts";
import type { OpenReferral } from "../board/open-referrals.ts";
import type { Directory } from "../directory/directory.ts";
import type { Talks } from "./talks-of.ts";

type World = { directory: Directory; agreement: Agreement; talks: Talks };

/** What the agenda's rules look at, with the referral it came from. */
export function agendaFacts(
  referral: OpenReferral,
  { directory, agreement, talks }: World,
): AgendaFacts & Pick<OpenReferral, "id"> & { referral: OpenReferral } {
  const { id, service, clock, loggedOn, touchedOn, returned, redirected, onAgenda } = referral;
  return {
    id,
    referral,
    service,
    clock: hadService(agreement, service) ? serviceOf(agreement, service).clock : "ordinary",
    loggedOn,
    due: clock === "on_hold" ? "in_time" : clock,
    unassignedSince: unassignedSince(referral),
    // The day of its latest change: a hold that was touched since counts from then.
    heldSince: clock === "on_hold" ? touchedOn : null,
    returned,
    redirected,
    administrations: administrationsOf(directory, referral.sentTo),
    onAgenda,
    discussed: talks.get(id)?.count ?? 0,
  };
}

/** A receiver or a holder that took it over should name somebody; the origin that has it back need not. */
function unassignedSince({ waiting, current, assigned, heldSince }: OpenReferral): Day | null {
  if (waiting?.state === "sent" || waiting?.state === "opened") return waiting.assigned ? null : waiting.deliveredOn;
  return current && !assigned ? heldSince : null;
}

/** The municipal administrations of these posts, each once. */
export function administrationsOf({ posts, units }: Directory, sentTo: readonly PostId[]): string[] {
  const above = (unit: string | null | undefined): string | null => {
    const found = unit ? units.get(unit) : undefined;
    return !found || found.kind === "administration" ? (found?.id ?? null) : above(found.parent);
  };
  const found = sentTo
    .map((post) => posts.get(post))
    .map((post) => (post?.side === "municipal" ? above(post.unit) : null));
  return [...new Set(found.filter((unit) => unit !== null))];
}
