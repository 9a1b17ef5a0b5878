import type { Service } from "#lib/agreement/agreement.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import { type AReferral, filledIn, type Place, places } from "./a-referral.ts";
import { type Act, acts, offered } from "./acts.ts";
import type { MatterInput } from "./matter.ts";
import type { Actor } from "./rule.ts";

/** What a referral is to somebody who only asks where it lies and who must act. Written without looking at the rules. */
export type Model = {
  status: "open" | "closed" | "voided";
  origin: string;
  holder: string;
  waits: { to: string; as: "proposed" | "sent" | "asked" } | null;
  taken: boolean;
  /** Was it taken over when it closed? */
  wasTaken: boolean;
  /** Units that have a yes of the resident. */
  yes: readonly string[];
  /** Units of which it was said that the resident cannot be asked, while the leader has not answered. */
  unasked: readonly string[];
};
export type Told = {
  by: string;
  to: string;
  yes: boolean;
  cannotAsk: boolean;
  external: boolean;
  withdrawn: boolean;
};

const gone = { waits: null };
/** One post stands beside another in its unit. */
const unit = (post: string) => (post === "beside" ? "first" : post);
/** What is known of the units after somebody said what the resident says of one; of the origin nothing is asked. */
function answered({ yes, unasked, origin }: Model, told: Told): Pick<Model, "yes" | "unasked"> {
  if (told.to === origin) return { yes, unasked };
  const its = unit(told.to);
  const others = unasked.filter((each) => each !== its);
  return { yes: told.yes ? [...yes, its] : yes, unasked: told.cannotAsk ? [...others, its] : others };
}
const closing = (status: "closed" | "voided") => (m: Model) => ({ status, wasTaken: m.taken, taken: false, ...gone });

/** Where it lies and what waits, after an act that was allowed. What is not named here moves nothing. */
export const model: Partial<Record<string, (m: Model, told: Told) => Partial<Model>>> = {
  send: (m, told) => ({ waits: { to: told.to, as: "sent" }, ...answered(m, told) }),
  accept: (m) => ({ holder: m.waits?.to ?? "", taken: true, ...gone }),
  return: () => gone,
  advise: () => gone,
  withdraw: () => gone,
  drop: () => gone,
  redirect: (m, { to, external }) => {
    if (external) return gone;
    return { waits: { to, as: to === m.origin || m.yes.includes(unit(to)) ? "sent" : "proposed" } };
  },
  confirm: (m, told) => ({
    waits: { to: m.waits?.to ?? "", as: "sent" },
    ...answered(m, { ...told, to: m.waits?.to ?? "" }),
  }),
  ask: (m) => ({ waits: { to: m.waits?.to ?? "", as: "asked" } }),
  answer: (m) => ({ waits: { to: m.waits?.to ?? "", as: "sent" } }),
  consent: (m, told) => {
    if (told.withdrawn) return { yes: [], unasked: [], waits: m.waits?.to === m.origin ? m.waits : null };
    return answered(m, told);
  },
  approve: ({ waits, holder, yes, unasked }) => {
    const asked = waits && waits.as !== "proposed" ? [waits.to, holder] : [holder];
    const its = asked.map(unit).find((each) => unasked.includes(each)) ?? "";
    return { yes: [...yes, its], unasked: unasked.filter((each) => each !== its) };
  },
  complete: closing("closed"),
  close: closing("closed"),
  void: closing("voided"),
  reopen: (m, told) => {
    const { by } = told;
    const nothing = { ...m, yes: [], unasked: [] };
    const said = m.wasTaken ? answered(nothing, { ...told, to: m.holder }) : { yes: [], unasked: [] };
    const known = { status: "open" as const, ...said };
    if (!m.wasTaken) return known;
    return by === m.holder
      ? { ...known, taken: true }
      : { ...known, holder: m.origin, waits: { to: m.holder, as: "sent" } };
  },
};

/** Whose ball it is. */
export const ballOf = ({ status, waits, holder }: Model) =>
  status !== "open" ? null : waits?.as === "sent" ? waits.to : holder;

/** One throw of the dice: as plain as can be, so that a failure shrinks well. */
export type Toss = { pick: number; wild: boolean; who: Place; to: Place; yes: boolean; turn: number; days: number };
export type Move = { act: Act; actor: Actor; input: unknown; told: Told };

/** One of the choices. */
const one = <Choice extends { code: string }>(choices: readonly Choice[], turn: number) =>
  choices[turn % choices.length]?.code ?? "";

type Saying = { toss: Toss; today: Day; service: Service; filledIn: MatterInput };

const saidOf = ({ toss, service }: Pick<Saying, "toss" | "service">) => {
  if (toss.yes) return "written";
  return service.cannotAskAllowed && toss.turn % 2 === 0 ? "cannot_ask" : "not_yet";
};
const consentOf = (saying: Saying) => ({ name: saidOf(saying) });

/** What is said with an act: mostly something it takes. Acts that are not here take nothing. */
const sayings: Partial<Record<Act, (saying: Saying) => unknown>> = {
  send: (saying) => ({ to: saying.toss.to, consent: consentOf(saying), agreed: false }),
  return: ({ toss, service, today }) => ({
    reason: one(service.returnReasons, toss.turn),
    date: addDays(today, 7),
    destination: toss.to,
  }),
  redirect: ({ toss, service }) =>
    toss.turn === 0
      ? { external: "RETSHJAELP", reason: "ENHED" }
      : { to: toss.to, reason: one(service.redirectReasons, toss.turn) },
  confirm: (saying) => ({ consent: consentOf(saying) }),
  ask: ({ toss, service }) => ({ question: one(service.questions, toss.turn) }),
  answer: ({ service }) => ({ choice: service.questions[0]?.choices[0]?.code }),
  withdraw: ({ toss, service }) => ({ reason: one(service.withdrawReasons, toss.turn) }),
  assign: ({ toss }) => ({ person: `${toss.to}'s colleague` }),
  identity: ({ today }) => ({ on: today }),
  call: () => ({ what: "here_now" }),
  progress: () => ({ what: "KONTAKT" }),
  hold: ({ toss, today }) => ({ until: addDays(today, 1 + toss.turn), reason: "BEBOER" }),
  letter: ({ toss, today }) => ({
    answers: { TRIN: toss.yes ? "PAAKRAV" : "RYKKER", DATO: addDays(today, -3 * toss.turn) },
  }),
  correct: (saying) => saying.filledIn,
  consent: (saying) => (saying.toss.turn === 5 ? { withdrawn: true } : { ...consentOf(saying), to: saying.toss.to }),
  follow_up: ({ toss, today }) => ({ on: addDays(today, 1 + toss.turn) }),
  complete: ({ toss, service }) => ({ outcome: one(service.outcomes, toss.turn), means: [] }),
  close: ({ toss, service }) => ({ outcome: one(service.outcomes, toss.turn) }),
  reopen: (saying) => ({ reason: "NYT", consent: consentOf(saying) }),
  void: () => ({ reason: "FORKERT" }),
};

/** Acts that move nothing: left out most of the time, so that the walk comes far. */
const standing: Act[] = ["letter", "correct", "consent", "follow_up", "agenda", "call", "identity", "open", "journal"];
const ends: Act[] = ["close", "complete"];

const actorAt = (walk: AReferral, place: Place | "leader") => (place === "leader" ? walk.leader : walk.actor(place));

/** A random act of anybody, or one that somebody is offered; the end comes rarely enough for a long walk. */
export function moveOf(walk: AReferral, toss: Toss): Move {
  const { to, yes, turn, pick } = toss;
  const { service, today } = walk.scene(walk.leader);
  const cannotAsk = saidOf({ toss, service }) === "cannot_ask";
  const told = { to, yes, cannotAsk, external: turn === 0, withdrawn: turn === 5 };
  const saying = { toss, today, service, filledIn: filledIn(walk.state.agreement, service.code, today) };
  const move = (act: Act, actor: Actor): Move => ({
    act,
    actor,
    input: sayings[act]?.(saying) ?? {},
    told: { ...told, by: actor.posts[0] ?? "" },
  });
  const all = Object.keys(acts) as Act[];
  const anything = move(all[pick % all.length] ?? "send", turn === 9 ? walk.leader : walk.actor(toss.who));
  if (toss.wild) return anything;
  const offers = [...places, "leader" as const].map((place) => ({
    place,
    acts: offered(walk.scene(actorAt(walk, place))).filter((act): boolean => act !== "void"),
  }));
  const possible = all.filter(
    (each) =>
      offers.some((offer) => offer.acts.includes(each)) &&
      (turn > 7 || !ends.includes(each)) &&
      (turn > 3 || !standing.includes(each)),
  );
  const act = possible[pick % possible.length];
  const place = offers.find((offer) => act && offer.acts.includes(act))?.place;
  return act && place ? move(act, actorAt(walk, place)) : anything;
}
