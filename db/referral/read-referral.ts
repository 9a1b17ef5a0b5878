import type { Side } from "#lib/agreement/parties.ts";
import { destinationsOf, serviceName } from "#lib/agreement/service-of.ts";
import { earliest, weekNumber } from "#lib/calendar/day.ts";
import { basisOf } from "#lib/referral/acts.ts";
import { ball } from "#lib/referral/case.ts";
import { parseCode, showCode } from "#lib/referral/code.ts";
import { lineOf } from "#lib/referral/line.ts";
import type { ReferralView } from "#lib/referral/referral-view.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { agreementOf, directoryOf } from "../directory/directory.ts";
import { look } from "../log/look.ts";
import { type Loaded, loadCase } from "./load-case.ts";
import { type Naming, namingFor, type Reader } from "./naming.ts";
import { type Seen, type Setting, settingOf } from "./perform.ts";
import { type Beside, mutedBeside, readBeside } from "./read-beside.ts";
import { callingOf } from "./read-calling.ts";
import { consentsOf, matterOf } from "./read-matter.ts";
import { offersOf } from "./read-offers.ts";
import { callInsteadOf, clocksOf, markFor, stationsOf, whoActs } from "./read-standing.ts";
import { timelineOf } from "./read-timeline.ts";

/**
 * One referral as this person may see it, with what may be done with it now. Refuses with "not-found" whatever is hidden
 * or absent, which look the same.
 *
 * @param code as typed or in an address, with or without its hyphen
 */
export async function readReferral(
  tx: Tx,
  me: Member,
  { code: typed, reader, screen = "referral" }: { code: string; reader: Reader; screen?: "referral" | "print" },
): Promise<Result<ReferralView>> {
  const code = parseCode(typed);
  if (!code) return refused("not-found");
  const [loaded, directory] = await Promise.all([loadCase(tx, code, { lock: false }), directoryOf(tx, me)]);
  // Nothing more is asked of what is hidden: policies that say no to each of its rows would take longer than there being none.
  if (!loaded) return refused("not-found");
  const { referral } = loaded;
  const muted = loaded.row.events === null;
  const [all, setting, agreement] = await Promise.all([
    readBeside(tx, me, referral.id),
    settingOf(tx, me, loaded),
    agreementOf(tx, me, loaded.row.agreement),
  ]);
  const beside = muted ? mutedBeside(all, referral) : all;
  const sees = seenBy(me, loaded, beside);
  if (!sees) return refused("not-found");
  look(tx, screen, { codes: [code, ...beside.sameResident] });
  const { service, today } = setting;
  const party = sees === "whole" || sees === "facts";
  const naming = namingFor({ directory, referral, posts: me.posts, party, reader });
  const around = { setting, agreement, directory, naming, beside };
  const external = destinationsOf(agreement, referral.service);
  const past = {
    code: showCode(code),
    service: naming.word(serviceName(service)),
    sees,
    today,
    events: timelineOf({ naming, service, external, people: directory.people, beside }),
  };
  if (sees === "part") return ok({ ...nothingMore, ...past });

  const acting = whoActs(referral, naming);
  const { wait } = lineOf(referral, setting);
  // Who must act on what was taken over is how it goes.
  const waitsFor = muted && !referral.waiting ? null : ball(referral);
  return ok({
    ...nothingMore,
    ...past,
    status: referral.status,
    basis: JSON.stringify({ ...basisOf(referral), matter: loaded.version } satisfies Seen),
    me: acting === null ? null : naming.post(acting),
    mark: markFor(setting, naming, muted),
    holder: {
      label: naming.post(referral.holder),
      mine: naming.mine(referral.holder),
      week: weekNumber(loaded.row.heldSince),
    },
    waitsFor: waitsFor === null ? null : { label: naming.post(waitsFor), mine: naming.mine(waitsFor), wait },
    urgent: referral.urgent,
    discussion: referral.waiting?.discussion ?? false,
    onAgenda: referral.onAgenda,
    assigned: party && referral.assigned ? (directory.people.get(referral.assigned) ?? null) : null,
    deliveredOn: party ? deliveredTo("municipal", setting) : null,
    clocks: clocksOf(setting, muted),
    stations: stationsOf(setting, naming, loaded.row.loggedOn),
    matter: matterOf(setting, { beside, naming }),
    consents: consentsOf(referral, today, naming),
    feedback: party ? referral.feedback : null,
    sameResident: naming.mine(referral.origin) ? beside.sameResident.map(showCode) : null,
    outcome: outcomeOf(beside, naming, service),
    callInstead: callInsteadOf(setting, naming, (post) => directory.posts.get(post)?.phone ?? null),
    calling: party ? callingOf(around) : null,
    offers: party ? offersOf(around) : {},
  });
}

/** How much this person sees: the most that one of their posts or duties gives. */
function seenBy(me: Member, { referral }: Loaded, { parties }: Beside): ReferralView["sees"] | null {
  const has = (mine: boolean, ...scopes: string[]) =>
    parties.some((party) => party.mine === mine && scopes.includes(party.scope));
  if (has(true, "whole")) return "whole";
  if (has(true, "facts")) return "facts";
  if (me.duties.includes("coordinate") && referral.status === "open") return "overview";
  if (has(false, "whole", "facts")) return "unit";
  return has(true, "part") || has(false, "part") ? "part" : null;
}

/** The day it first reached that side, whichever of its posts it came to. */
function deliveredTo(side: Side, { referral, find }: Setting) {
  const { past, current, waiting } = referral;
  const sent = [...past, current, waiting].filter(
    (each) => each && find(each.to)?.side === side && each.state !== "proposed",
  );
  return earliest(...sent.map((each) => each?.deliveredOn));
}

function outcomeOf({ results }: Beside, naming: Naming, service: Setting["service"]): ReferralView["outcome"] {
  const outcome = results.findLast(({ kind }) => kind === "outcome");
  if (!outcome) return null;
  const means = results.filter(({ kind, event }) => kind === "means" && event === outcome.event);
  return {
    outcome: naming.choice(service.outcomes, outcome.code),
    means: means.map(({ code }) => naming.choice(service.outcomeMeans, code)),
  };
}

/** What those see who see no more than their own part. */
const nothingMore: Omit<ReferralView, "code" | "service" | "sees" | "today" | "events"> = {
  status: null,
  basis: "",
  me: null,
  mark: null,
  holder: null,
  waitsFor: null,
  urgent: false,
  discussion: false,
  onAgenda: false,
  assigned: null,
  deliveredOn: null,
  clocks: [],
  stations: [],
  matter: null,
  consents: [],
  feedback: null,
  sameResident: null,
  outcome: null,
  callInstead: null,
  calling: null,
  offers: {},
};
