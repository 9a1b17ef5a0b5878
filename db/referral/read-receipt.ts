import { serviceName, serviceOf } from "#lib/agreement/service-of.ts";
import type { Words } from "#lib/agreement/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import { consentFor, covers, type PostId } from "#lib/referral/case.ts";
import { parseCode } from "#lib/referral/code.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { look } from "../log/look.ts";
import { loadCase } from "./load-case.ts";

/** What its origin is told of a referral that was just logged, and hands on to the resident. */
export type Receipt = {
  code: string;
  service: Words;
  origin: PostId;
  /** Null when it was solved on the spot. */
  sent: {
    to: PostId;
    /** While the answer is still to come. */
    answerBy: Day | null;
    agreed: boolean;
    /** May the receiver get the name today? Else it is a discussion. */
    named: boolean;
    /** Nobody has answered, and whoever reads this holds it: what was sent cannot be undone, but taken back. */
    mayTakeBack: boolean;
  } | null;
  /** Another service that belongs to what was chosen, and is a referral of its own. */
  also: { code: string; name: Words }[];
};

/** The receipt of one referral, or its slip, for the post that logged it. Refuses everybody else with "not-found". */
export async function readReceipt(
  tx: Tx,
  me: Member,
  { code: typed, screen }: { code: string; screen: "receipt" | "slip" },
): Promise<Result<Receipt>> {
  const code = parseCode(typed);
  const loaded = code ? await loadCase(tx, code, { lock: false }) : null;
  if (!loaded || !me.posts.includes(loaded.referral.origin)) return refused("not-found");
  const { referral, matter, row } = loaded;
  look(tx, screen, { codes: [referral.code] });
  const [agreement, offered, directory] = await Promise.all([
    agreementOf(tx, me, row.agreement),
    agreementOf(tx, me),
    directoryOf(tx, me),
  ]);
  const service = serviceOf(agreement, referral.service);
  const handovers = [...referral.past, referral.current, referral.waiting].filter((handover) => handover !== null);
  const first = handovers.find(({ seq }) => seq === 1);
  const waits = first?.state === "sent" || first?.state === "opened";
  return ok({
    code: referral.code,
    service: serviceName(service),
    origin: referral.origin,
    sent: first
      ? {
          to: first.to,
          answerBy: waits ? first.answerBy : null,
          agreed: first.agreed,
          named: covers(consentFor(referral, directory.posts.get(first.to)?.unit ?? ""), me.today),
          mayTakeBack: referral.waiting?.id === first.id && me.posts.includes(referral.holder),
        }
      : null,
    also: service.situations.flatMap(({ code: situation, alsoRefer }) => {
      const other = matter?.situations.includes(situation) && offered.services.find((each) => each.code === alsoRefer);
      return other ? [{ code: other.code, name: serviceName(other) }] : [];
    }),
  });
}
