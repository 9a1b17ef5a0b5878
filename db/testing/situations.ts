import type { CleanText } from "#lib/anonymity/clean-text.ts";
import type { World } from "./world.ts";

/** A referral led to where it is, through the ordinary door; the code is how everybody speaks of it. */
type Leading = (world: World) => Promise<string>;

const eviction = { service: "UDSAETTELSE", note: "Ring helst om formiddagen." as CleanText };
const sentByTitanparken: Leading = (world) => world.logs("vicevaert.titanparken", eviction);

const taken: Leading = async (world) => {
  const code = await sentByTitanparken(world);
  await world.does("boligraadgiver.sck", "accept", code);
  return code;
};

const completed =
  ({ feedback, ago = 0 }: { feedback: "yes" | "no"; ago?: number }): Leading =>
  async (world) => {
    const consent = { name: "written" as const, feedback };
    const code = await world.logs("vicevaert.titanparken", { ...eviction, consent }, { ago });
    await world.does("boligraadgiver.sck", "accept", code, {}, { ago });
    await world.does("boligraadgiver.sck", "progress", code, { what: "KONTAKT" }, { ago });
    await world.does("boligraadgiver.sck", "complete", code, { outcome: "AFVAERGET", means: ["AFDRAG"] }, { ago });
    return code;
  };

const answered =
  (act: "return" | "ask", input: object): Leading =>
  async (world) => {
    const code = await sentByTitanparken(world);
    await world.does("boligraadgiver.sck", act, code, input);
    return code;
  };

/** Every place where a referral can lie, wait or have been, one referral each. */
export const situations = {
  sent: sentByTitanparken,
  asked: answered("ask", { question: "RING" }),
  returned: answered("return", { reason: "SAMTYKKE" }),
  withdrawn: async (world) => {
    const code = await sentByTitanparken(world);
    await world.does("vicevaert.titanparken", "withdraw", code, { reason: "KLARET" });
    return code;
  },
  /** The new receiver's unit is the same, so the consent covers it. */
  redirected: async (world) => {
    const code = await sentByTitanparken(world);
    const to = await world.post("sagsbehandler.sck");
    await world.does("boligraadgiver.sck", "redirect", code, { to, reason: "FUNKTION" });
    return code;
  },
  /** The new receiver's unit is another one: it waits for the sender's word. */
  proposed: async (world) => {
    const code = await world.logs("vicevaert.titanparken", { service: "BOLIGYDELSE" });
    const to = await world.post("brobygger.lokalomraadekontoret");
    await world.does("sagsbehandler.sck", "redirect", code, { to, reason: "ENHED" });
    return code;
  },
  taken,
  passedOn: async (world) => {
    const code = await taken(world);
    await world.does("boligraadgiver.sck", "send", code, { to: await world.post("sagsbehandler.sck") });
    await world.does("sagsbehandler.sck", "accept", code);
    return code;
  },
  /** Taken over, and then the resident took the consent back. */
  concealed: async (world) => {
    const code = await taken(world);
    await world.does("vicevaert.titanparken", "consent", code, { withdrawn: true });
    // The note went with the consent; what the origin writes since is the origin's.
    const { note } = eviction;
    const answers = { AARSAG: "HUSLEJE", TRIN: "RYKKER", DATO: "2026-01-05" };
    const matter = { situations: ["OVERBLIK"], answers, contact: "directly", note };
    await world.does("vicevaert.titanparken", "correct", code, matter);
    return code;
  },
  /** Sent to the mentor, who is away. */
  deputised: (world) => world.logs("vicevaert.lundtoftegade", { service: "MENTOR1825" }),
  advised: async (world) => {
    const consent = { name: "not_yet" as const, feedback: "no" as const };
    const code = await world.logs("raadgiver.mimersgade", { service: "SKP", consent });
    await world.does("skp.sck", "advise", code);
    return code;
  },
  /** Across the administrations: home help for somebody over 65. */
  homeHelp: (world) => world.logs("raadgiver.mimersgade", { service: "HJEMMEHJAELP", answers: { ALDER: "FRA_65" } }),
  /** From the municipality to a helhedsplan. */
  local: async (world) => {
    const to = await world.post("vicevaert.lundtoftegade");
    return world.logs("boligraadgiver2.sck", { service: "LOKAL", to });
  },
  completed: completed({ feedback: "yes" }),
  /** The origin may not hear how it goes. */
  silent: completed({ feedback: "no" }),
  longAgo: completed({ feedback: "yes", ago: 91 }),
  onTheSpot: (world) => world.logs("vicevaert.titanparken", { ...eviction, onTheSpot: true }),
  voided: async (world) => {
    const code = await sentByTitanparken(world);
    await world.does("leder.akb", "void", code, { reason: "FORKERT" });
    return code;
  },
} satisfies Record<string, Leading>;

export type Situation = keyof typeof situations;

/** All of them, by name. */
export async function leadAll(world: World): Promise<Record<Situation, string>> {
  const codes: Partial<Record<Situation, string>> = {};
  for (const [name, lead] of Object.entries(situations)) codes[name as Situation] = await lead(world);
  return codes as Record<Situation, string>;
}
