import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays } from "#lib/calendar/day.ts";
import { filledIn } from "#lib/referral/a-referral.ts";
import { agreementOf } from "../../directory/directory.ts";
import { notAsked } from "../not-asked.ts";
import { type Situation, situations } from "../situations.ts";
import type { World } from "../world.ts";
import type { Actor } from "./stage.ts";

/** One change as somebody who may makes it: where it is posted, and what is sent besides the intent key. */
export type Sound = { as: Actor; params?: Record<string, string>; body: Record<string, unknown> };
/** Makes what the change needs (a referral that is there, a meeting that is held), and says it. It is taken if posted next. */
export type Making = (world: World) => Promise<Sound>;

const titanparken = "vicevaert.titanparken";
const adviser = "boligraadgiver.sck";
const caseworker = "sagsbehandler.sck";

/** A change of one referral that is made as it has to be. */
export const onReferral =
  (
    at: Situation | "discussed" | "held",
    as: Actor,
    body: object | ((world: World) => Promise<object>) = {},
    first?: (world: World, code: string) => Promise<unknown>,
  ): Making =>
  async (world) => {
    const code = await lead(world, at);
    await first?.(world, code);
    return { as, params: { code }, body: { ...(typeof body === "function" ? await body(world) : body) } };
  };

/** A referral that is where it has to be. */
export async function lead(world: World, at: Situation | "discussed" | "held"): Promise<string> {
  if (at === "discussed")
    return world.logs("raadgiver.mimersgade", { service: "SKP", consent: { name: "not_yet", feedback: "no" } });
  if (at !== "held") return situations[at](world);
  const code = await situations.taken(world);
  await world.does(adviser, "hold", code, { until: await day(world, 9), reason: "BEBOER" });
  return code;
}

/** So many days from today, as people write it. */
export const day = (world: World, ahead: number) =>
  world.asks(caseworker, async (_tx, me) => formatDanishDate(addDays(me.today, ahead)));

/** The situation of an ordinary need for a service. */
export const matterOf = (service: string) => (world: World) =>
  world.asks(titanparken, async (tx, me) => {
    const filled = filledIn(await agreementOf(tx, me, me.agreement), service, me.today);
    const { situations: chosen, answers, contact } = filled as Record<string, unknown>;
    return { situations: chosen, answers, contact };
  });

/** Every act on a referral, by its name in the address. */
export const soundActs: Record<string, Making> = {
  send: onReferral("returned", titanparken, async (world) => ({ to: await world.post(caseworker) })),
  open: onReferral("sent", adviser),
  accept: onReferral("sent", adviser),
  return: onReferral("sent", adviser, { reason: "SAMTYKKE" }),
  redirect: onReferral("sent", adviser, async (world) => ({ to: await world.post(caseworker), reason: "FUNKTION" })),
  confirm: onReferral("proposed", titanparken, { consent: { name: "written", feedback: "yes" } }),
  drop: onReferral("proposed", titanparken),
  ask: onReferral("sent", adviser, { question: "RING" }),
  answer: onReferral("asked", titanparken, { choice: "I_DAG" }),
  withdraw: onReferral("sent", titanparken, { reason: "KLARET" }),
  advise: onReferral("discussed", "skp.sck"),
  assign: onReferral("taken", adviser, async (world) => ({
    person: await world.asks(adviser, async (_tx, me) => me.person),
  })),
  identity: onReferral("taken", adviser, async (world) => ({ on: await day(world, -1) })),
  call: onReferral("taken", adviser, { what: "no_answer" }),
  progress: onReferral("taken", adviser, { what: "KONTAKT" }),
  hold: onReferral("taken", adviser, async (world) => ({ until: await day(world, 9), reason: "BEBOER" })),
  resume: onReferral("held", adviser),
  letter: onReferral("sent", titanparken, async (world) => ({
    answers: { AARSAG: "HUSLEJE", TRIN: "RYKKER", DATO: await day(world, -3) },
  })),
  correct: onReferral("sent", titanparken, matterOf("UDSAETTELSE")),
  consent: onReferral("sent", titanparken, { withdrawn: true }),
  follow_up: onReferral("taken", adviser, async (world) => ({ on: await day(world, 9) })),
  agenda: onReferral("sent", adviser),
  complete: onReferral("taken", adviser, { outcome: "AFVAERGET", means: ["AFDRAG"] }, (world, code) =>
    world.does(adviser, "progress", code, { what: "KONTAKT" }),
  ),
  close: onReferral("returned", titanparken, { outcome: "RAAD" }),
  journal: onReferral("completed", adviser),
  reopen: onReferral("completed", adviser, { reason: "NYT", consent: { name: "written", feedback: "yes" } }),
  approve: async (world) => ({ as: "leder.akb", params: { code: await notAsked(world) }, body: {} }),
  void: onReferral("sent", "leder.akb", { reason: "FORKERT" }),
  undo: onReferral("sent", adviser, {}, (world, code) => world.does(adviser, "accept", code)),
};
