import { z } from "zod";
import { addDays } from "#lib/calendar/day.ts";
import { ok, refused } from "#lib/result.ts";
import { type PostId, receiver } from "../case.ts";
import { noChange } from "../change.ts";
import { rule, type Scene } from "../rule.ts";
import { opening, tell } from "../step.ts";
import { day } from "./inputs.ts";

export const dayParts = ["morning", "afternoon"] as const;
export type DayPart = (typeof dayParts)[number];

/** A time that is proposed lies at most this many days ahead. */
const furthest = 60;

/** The two who must talk: sender and receiver of what waits, else the origin and whoever has taken it over. */
export function talking({ referral, post }: Pick<Scene, "referral" | "post">): PostId[] {
  const { waiting, current, origin } = referral;
  if (waiting && receiver(referral) && [waiting.from, waiting.to].includes(post)) return [waiting.from, waiting.to];
  return current ? [origin, current.to] : [];
}

/**
 * Ingen svarede · Beboeren er her nu · Foreslå tid: how two posts find each other on the telephone. It changes no state
 * and stops no clock; the other side is told. A proposed time is a day and a part of it, never an hour.
 */
export const call = rule({
  by: ["receiver", "holder", "origin"],
  need: { status: "open", some: "sent or current" },
  input: z.discriminatedUnion("what", [
    z.strictObject({ what: z.enum(["no_answer", "here_now"]) }),
    z.strictObject({ what: z.literal("propose_time"), on: day, part: z.enum(dayParts) }),
  ]),
  run: (scene, input) => {
    const { referral, post, today } = scene;
    const { waiting, current } = referral;
    const both = talking(scene);
    const other = both.find((each) => each !== post);
    if (!both.includes(post) || !other) return refused("nobody-to-call");
    if (input.what === "propose_time") {
      if (input.on < today) return refused("date-to-come", "on");
      if (input.on > addDays(today, furthest)) return refused("date-too-far", "on");
    }
    const { what, ...time } = input;
    return ok({
      ...noChange,
      handovers: waiting?.state === "sent" && waiting.to === post ? [opening(waiting, scene)] : [],
      event: { handover: (waiting ?? current)?.id ?? null, reason: null, details: { what, ...time } },
      notices: tell(scene, [other], what),
    });
  },
});
