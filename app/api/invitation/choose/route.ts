import { z } from "zod";
import { step } from "#app/_server/step.ts";
import { ok, refused } from "#lib/result.ts";

/** Which of two goes on in this browser: the link that was followed last, or what was under way. Neither is used up. */
export const POST = step({
  of: "anybody",
  input: z.strictObject({ goesOn: z.enum(["offered", "begun"]) }),
  run: async ({ invitation, offered }, { goesOn }) => {
    if (goesOn === "begun")
      return ok({ value: { next: invitation ? "/invitation" : "/login/factor" }, kept: { offered: null } });
    if (!offered) return refused("invitation-over");
    const kept = { invitation: offered, offered: null, ceremony: null, invited: null };
    return ok({ value: { next: "/invitation" }, kept });
  },
  next: ({ next }) => next,
});
