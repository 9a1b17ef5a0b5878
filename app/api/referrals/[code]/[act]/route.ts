import { change } from "#app/_server/change.ts";
import { isByCode, perform } from "#db/referral/perform.ts";
import { type Act, basisOf } from "#lib/referral/acts.ts";
import { parseCode } from "#lib/referral/code.ts";
import { ok, refused } from "#lib/result.ts";
import { type ActInput, actInput } from "./act-input.ts";

type Params = { code: string; act: string };

/** What the browser gets to know of an act: where the referral stands now, never the referral itself. */
type Done = { code: string; basis: string; event: string };

/** Every act on a referral, and Fortryd. */
export const POST = change<ActInput, Params, Done>({
  input: ({ act }) => actInput(act),
  run: async (tx, me, { basis, input }, params) => {
    const code = parseCode(params.code);
    // Whoever types a code is told that it cannot be one; an address that holds none is simply not there.
    if (!code) return params.act === "void" ? refused("code", "code") : refused("not-found");
    const done = await perform(tx, me, { code, act: params.act as Act | "undo", input, basis });
    if (!done.ok) return done;
    const { referral, event } = done.value;
    return ok({ code, basis: JSON.stringify(basisOf(referral)), event });
  },
  // A leader acts by a code on what they do not see.
  next: ({ code }, { act }) => (isByCode(act) ? "/leader" : `/referrals/${code}`),
});
