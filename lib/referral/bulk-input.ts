import { z } from "zod";
import { id } from "./acts/inputs.ts";
import { parseCode } from "./code.ts";

/** The most that is done at once. */
const mostAtOnce = 100;

/** Those that were chosen, each once and in one order, in which all who do several at once lock them. */
const chosen = z
  .preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()).max(mostAtOnce))
  .transform((typed, context) => {
    const codes = typed.map(parseCode).filter((code) => code !== null);
    if (codes.length > 0 && codes.length === typed.length) return [...new Set(codes)].toSorted();
    context.addIssue({ code: "custom", message: typed.length === 0 ? "choose-some" : "not-found" });
    return z.NEVER;
  });

/** Before scripts run the whole form is sent: an act that is nobody's lets go of the person who was chosen for another. */
const nobodys = <Act extends string>(act: Act) =>
  z
    .strictObject({ act: z.literal(act), codes: chosen, person: z.string().optional() })
    .transform(({ act, codes }) => ({ act, codes }));

/** What may be done to several referrals at once, and taken back at once. */
export const bulkInput = z.discriminatedUnion("act", [
  nobodys("agenda"),
  z.strictObject({ act: z.literal("assign"), codes: chosen, person: id }),
  nobodys("later"),
  z.strictObject({ act: z.literal("undo"), codes: chosen }),
]);
export type BulkInput = z.infer<typeof bulkInput>;
