import { z } from "zod";
import { takeFirstStep } from "#app/_server/first-step.ts";
import { goesOn } from "#app/_server/goes-on.ts";
import { installation } from "#app/_server/installation.ts";
import { step } from "#app/_server/step.ts";
import { demoPassword } from "#db/seed/demo-password.ts";
import { demoPeople } from "#db/seed/demo-people.ts";
import { refused } from "#lib/result.ts";

/** One click as one of the demo's people; there are none in any other installation. */
export const POST = step({
  of: "anybody",
  input: z.strictObject({ address: z.string(), next: goesOn }),
  run: async ({ from }, { address, next }) => {
    const person = demoPeople.find((each) => each.address === address);
    if (!person || (await installation()) !== "demo") return refused("wrong-login");
    return takeFirstStep({ email: person.address, password: demoPassword }, { from, next });
  },
  next: ({ next }) => next,
});
