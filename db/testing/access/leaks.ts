import { type Situation, situations } from "../situations.ts";
import { personas, type Sight, sightOf } from "../who-sees.ts";
import type { Combination } from "./expand.ts";
import { type Actor, actors, type Stage } from "./stage.ts";

/** Who logged: these three name where a resident lives. */
const estates: Record<string, (origin: Situation) => boolean> = {
  Lundtoftegade: (of) => of === "deputised" || of === "local",
  Mimersgade: (of) => of === "advised" || of === "homeHelp",
  Titanparken: (of) => !["deputised", "local", "advised", "homeHelp"].includes(of),
};

/** Where a referral is told of. Elsewhere the estates are named as what they are: places with people who work there. */
const tellsOfReferrals = /^(PAGE|GET) (\/|\/api\/work|(\/api)?\/(board|inbox|notices|leader|referrals\/\[code\]))$/;

/**
 * What may not stand in anything that is sent to somebody: codes and ids of what is hidden from them, words in the hands
 * of others, and the estate where only the overview is theirs.
 */
export function leakFinder({ secrets, codes, draft }: Stage): (asked: Combination, body: string) => string[] {
  const forbidden = new Map<Actor, { marks: string[]; estates: string[] }>();
  for (const actor of actors) {
    const sights = new Map<Situation, Sight[]>();
    for (const name of Object.keys(situations) as Situation[])
      sights.set(name, isPersona(actor) ? sightOf(actor, name) : []);
    const marks = [...sights].flatMap(([name, sight]) => {
      const { marks: its, note } = secrets[name];
      const reads = sight.includes("origin") || sight.includes("whole");
      return [...(sight.length === 0 ? its : []), ...(reads || note === null ? [] : [note])];
    });
    if (actor !== personas.at(-1)) marks.push(codes.elsewhere);
    if (actor !== "vicevaert.titanparken") marks.push(draft, "KANARIE-draft");
    const knows = (of: (origin: Situation) => boolean) =>
      [...sights].some(([name, sight]) => of(name) && sight.some((each) => each !== "overview" && each !== "unit"));
    forbidden.set(actor, {
      marks,
      estates: isPersona(actor) ? Object.keys(estates).filter((name) => !knows(estates[name] ?? (() => true))) : [],
    });
  }
  /** Whoever can send a referral on is offered every place where it can go. */
  const sendsOn = (actor: Actor, which: string) =>
    isPersona(actor) &&
    which in situations &&
    sightOf(actor, which as Situation).some((each) => each === "origin" || each === "whole");
  return ({ actor, way, which, params }, body) => {
    const { marks, estates: names } = forbidden.get(actor) ?? { marks: [], estates: [] };
    // What was asked for may be said again: an id that nobody has is, too.
    const said = Object.values(params).flatMap((value) => [value, `${value.slice(0, 4)}-${value.slice(4)}`]);
    // The log tells the data protection officer which codes were looked at, and nothing that somebody wrote.
    const told = actor === "dpo" && /\/log\b/.test(way) ? marks.filter((mark) => mark.startsWith("KANARIE")) : marks;
    // The start page says to a leader which posts of their own stand empty, whatever waits there.
    const ownPosts = actor === "leder.akb" && way === "PAGE /";
    const tells = tellsOfReferrals.test(way) && actor !== personas.at(-1) && !sendsOn(actor, which) && !ownPosts;
    const hidden = [...told.filter((mark) => !said.includes(mark)), ...(tells ? names : [])];
    return hidden.filter((mark) => body.includes(mark));
  };
}

const isPersona = (actor: Actor): actor is (typeof personas)[number] => (personas as readonly string[]).includes(actor);
