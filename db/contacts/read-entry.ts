import { serviceName } from "#lib/agreement/service-of.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { takenIn, weeksOffered } from "#lib/directory/capacity.ts";
import type { EntryView } from "#lib/directory/contact-view.ts";
import { within } from "#lib/directory/presence.ts";
import { needsCheck } from "#lib/directory/still-right.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementIfAny, directoryOf, postLabel } from "../directory/directory.ts";
import { reaches, reachOf } from "../directory/reach.ts";
import { keepsEntry } from "./read-contacts.ts";

/**
 * A post's entry in the contact scheme, for whoever acts for it, leads its unit or administers. Refuses with "not-found"
 * everybody else, and what is no open post. Whether there is room says the post or its leader, never the administrator.
 */
export async function readEntry(
  tx: Tx,
  me: Member,
  { post: id, locale }: { post: string; locale: Locale },
): Promise<Result<EntryView>> {
  const [directory, agreement, reach] = await Promise.all([
    directoryOf(tx, me),
    agreementIfAny(tx, me),
    reachOf(tx, me),
  ]);
  const post = directory.posts.get(id);
  if (!post?.open || !(keepsEntry(me, id) || reaches(reach, id))) return refused("not-found");
  const speaks = keepsEntry(me, id) || reach.posts.has(id);
  const holds = directory.holdings.some(
    (holding) => holding.post === id && holding.person === me.person && !holding.deputy && within(me.today, holding),
  );
  const saidOf = (service: string) =>
    directory.capacities.find((said) => said.post === id && said.service === service && said.until >= me.today);
  return ok({
    id,
    label: postLabel(directory, id, locale),
    phone: post.phone,
    mail: post.mail,
    hours: post.hours ?? {},
    checkedOn: post.checkedOn,
    asks: holds && needsCheck(post.checkedOn, me.today),
    services:
      speaks && agreement
        ? takenIn(agreement, post.function).map(({ code, may, ...service }) => ({
            code,
            name: serviceName(service)[locale],
            may,
            until: saidOf(code)?.until ?? null,
          }))
        : [],
    weeks: weeksOffered(me.today),
  });
}
