import type { z } from "zod";
import type { Day } from "#lib/calendar/day.ts";
import type { Act } from "#lib/referral/acts.ts";
import type { logForm } from "#lib/referral/log-form.ts";

/** A day so many working days ago; ahead when negative. */
export type Ago = (workingDays: number) => Day;

/** One act of a story, by a persona. `to` is a key of the agreement's posts. */
export type Turn = [ago: number, who: string, act: Act, input?: (ago: Ago) => Record<string, unknown>];

/**
 * One referral of the demo: logged so many working days ago, and what became of it since. Nobody in it exists. A consent
 * given orally is never older than the 30 days that it lasts.
 */
export type Story = {
  /** By which the demo's meeting speaks of it. */
  name?: string;
  ago: number;
  by: string;
  form: (ago: Ago) => z.input<typeof logForm>;
  turns?: Turn[];
};

export const titanparken = "vicevaert.titanparken";
export const lundtoftegade = "vicevaert.lundtoftegade";
export const mimersgade = "raadgiver.mimersgade";
export const caseworker = "sagsbehandler.sck";
export const adviser = "boligraadgiver.sck";
export const adviser2 = "boligraadgiver2.sck";
export const skp = "skp.sck";
export const mentor = "mentor.sck";
export const homeHelp = "myndighed.suf";
export const bridge = "brobygger.suf";
export const health = "sundhed.fc";

export const yes = { name: "written", feedback: "yes" } as const;
export const orally = { name: "oral", feedback: "yes" } as const;
export const quietly = { name: "written", feedback: "no" } as const;
export const notYet = { name: "not_yet", feedback: "no" } as const;
