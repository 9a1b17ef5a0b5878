import { z } from "zod";
import { takeFirstStep } from "#app/_server/first-step.ts";
import { goesOn } from "#app/_server/goes-on.ts";
import { step } from "#app/_server/step.ts";

/** The first step of signing in: an address and a password. A field that was left empty is as wrong as any other. */
export const POST = step({
  of: "anybody",
  input: z.strictObject({ email: z.string().default(""), password: z.string().default(""), next: goesOn }),
  run: ({ from }, { next, ...login }) => takeFirstStep(login, { from, next }),
  next: ({ next }) => next,
});
