import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { ballOf, type Model, model, moveOf, type Toss } from "./a-model.ts";
import { type AReferral, aReferral, places } from "./a-referral.ts";
import { expireConsent, succeed } from "./acts/system.ts";
import { undoable } from "./acts/undo.ts";
import { acts } from "./acts.ts";
import { ball, type Case, receiver } from "./case.ts";
import { dueOn } from "./clocks.ts";
import { isCurrent, isWaiting } from "./words.ts";

const toss = fc.record<Toss>({
  pick: fc.nat(10_000),
  wild: fc.nat(3).map((n) => n === 0),
  who: fc.constantFrom(...places),
  to: fc.constantFrom(...places),
  yes: fc.boolean(),
  turn: fc.nat(9),
  days: fc.constantFrom(0, 0, 1, 3, 8),
});

const handoversOf = ({ past, waiting, current }: Case) => [...past, waiting, current].filter((each) => each !== null);
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Which of these claims is not true. */
const untrue = (claims: Record<string, boolean>): string[] =>
  Object.entries(claims).flatMap(([claim, holds]) => (holds ? [] : [claim]));

/** What is true of every referral at any time. */
function brokenIn(walk: AReferral): string[] {
  const { case: referral, today } = walk;
  const { status, holder, origin, waiting, current } = referral;
  const open = status === "open";
  const handovers = handoversOf(referral);
  const inside = status === "voided" ? [origin] : [origin, holder, receiver(referral)];
  const outside = walk.state.parties.filter(({ post }) => !inside.includes(post));
  return untrue({
    "one waits at most": handovers.filter(({ state }) => isWaiting(state)).length === (waiting ? 1 : 0),
    "one is current at most": handovers.filter(({ state }) => isCurrent(state)).length === (current ? 1 : 0),
    "nothing waits or is current of what is not open": open || (!waiting && !current),
    "the holder has taken it over, or logged it": !open || holder === (current ? current.to : origin),
    "what waits comes from the holder, and goes to another":
      !waiting || (waiting.from === holder && waiting.to !== holder),
    "one must act": open === (ball(referral) !== null),
    "and is the holder or the receiver": !open || [holder, waiting?.to].includes(ball(referral) ?? ""),
    "a day is set for it": open === (dueOn(referral, today) !== null),
    "the origin sees the whole": walk.scope(origin) === "whole",
    "others see no more than their own part": outside.every(({ scope }) => scope === "part" || scope === "none"),
    "whoever holds it sees it": !open || walk.scope(holder) === "whole" || walk.scope(holder) === "facts",
  });
}

/** Whoever it lies with can always end it: take back what waits, and close or complete it. */
function canBeEnded(walk: AReferral): boolean {
  if (walk.case.status !== "open") return true;
  const free = walk.case.waiting ? walk.withdrawn() : walk;
  return (free.case.current ? free.completed() : free.closed()).case.status === "closed";
}

/** What is true of every act that was done. */
function brokenBetween(before: Case, after: AReferral, act: string): string[] {
  const ids = handoversOf(after.case).map(({ id }) => id);
  const told = act === "letter" || act === "correct";
  const undone = (undoable as readonly string[]).includes(act) ? after.undone().case : null;
  const past = undone?.past.filter(({ state }) => state !== "undone");
  return untrue({
    "no handover is lost": handoversOf(before).every(({ id }) => ids.includes(id)),
    "a correction never puts an answer off":
      !told || (after.case.waiting?.answerBy ?? "") <= (before.waiting?.answerBy ?? ""),
    "an undo gives everything back": !undone || same({ ...undone, past }, before),
  });
}

const services = noerrebro.content.services.map((each) => ({ ...each, cannotAskAllowed: each.code === "SKP" }));
/** Under it the origin may say that the resident cannot be asked. */
const allowing = { ...noerrebro.content, services };

describe("a referral that anybody does anything with", () => {
  test("lies with one post, waits for one and can be ended, and a plain model agrees on where", () => {
    const performed = new Map<string, number>();
    const codes = fc.constantFrom("SKP", "UDSAETTELSE", "BOLIGYDELSE");
    fc.assert(
      fc.property(codes, fc.array(toss, { minLength: 5, maxLength: 40 }), (service, tosses) => {
        let walk = aReferral({ agreement: allowing, service });
        let known: Model = {
          status: "open",
          origin: "origin",
          holder: "origin",
          waits: null,
          taken: false,
          wasTaken: false,
          yes: [],
          unasked: [],
        };
        for (const each of tosses) {
          const { act, actor, input, told } = moveOf(walk, each);
          const before = structuredClone(walk.case);
          const allowed = walk.tries(act, actor, input).ok;
          const after = allowed ? walk.does(act, actor, input) : walk;
          if (allowed) {
            performed.set(act, (performed.get(act) ?? 0) + 1);
            known = { ...known, ...model[act]?.(known, told) };
          }
          expect(walk.case).toEqual(before);
          expect(brokenBetween(before, after, allowed ? act : "")).toEqual([]);
          expect(brokenIn(after)).toEqual([]);
          expect(canBeEnded(after)).toBe(true);
          const { status, holder } = after.case;
          expect([act, status, holder, ball(after.case)]).toEqual([act, known.status, known.holder, ballOf(known)]);
          walk = after.later(each.days);
        }
      }),
      { numRuns: 2_500 },
    );
    expect(Object.keys(acts).filter((act) => (performed.get(act) ?? 0) < 5)).toEqual([]);
  }, 120_000);

  test("stays whole when posts end and consent runs out on the way", () => {
    const system = { person: "", posts: [], leads: [] };
    fc.assert(
      fc.property(fc.array(toss, { minLength: 5, maxLength: 30 }), (tosses) => {
        let walk = aReferral({ agreement: noerrebro.content, service: "SKP" });
        const heirs = new Map<string, string>();
        const touches = (post: string) =>
          walk.case.status === "open" && [walk.case.holder, walk.case.origin, walk.case.waiting?.to].includes(post);
        for (const each of tosses) {
          const { who, to, turn, days } = each;
          const scene = { ...walk.scene(system), post: "" };
          const succession = turn === 1 && who !== to && !heirs.has(who) && !heirs.has(to);
          const change = succession ? succeed(scene, { ending: who, successor: to }) : expireConsent(scene);
          if (succession) heirs.set(who, to);
          if (change.ok) walk = walk.after(change.value);
          const posts = { ...walk.state.posts };
          if (succession) posts[who] = { ...posts[who], open: false };
          walk = walk.but({ posts });
          const { act, actor, input } = moveOf(walk, each);
          const here = !heirs.has(actor.posts[0] ?? "");
          if (here && walk.tries(act, actor, input).ok) walk = walk.does(act, actor, input);
          // What was closed when its post ended, and is opened again, the job finds then.
          for (const [ending, successor] of heirs) {
            if (!touches(ending)) continue;
            const moved = succeed({ ...walk.scene(system), post: "" }, { ending, successor });
            if (moved.ok) walk = walk.after(moved.value);
          }
          expect(brokenIn(walk)).toEqual([]);
          expect(canBeEnded(walk)).toBe(true);
          expect([...heirs.keys()].filter(touches)).toEqual([]);
          walk = walk.later(days);
        }
      }),
      { numRuns: 1_000 },
    );
  }, 120_000);
});
