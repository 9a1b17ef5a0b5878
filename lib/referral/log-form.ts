import { z } from "zod";
import { consentAnswer, flag, id, shortText } from "./acts/inputs.ts";
import { parseCode } from "./code.ts";
import { matterInput } from "./matter.ts";

/** "Samme beboer, nyt behov": the code of an earlier referral of the same post. */
const code = z.string().transform((typed, context) => {
  const parsed = parseCode(typed);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: "code" });
  return z.NEVER;
});

/**
 * What logging a referral takes: what the service asks and no more. It is sent to a post, or it was solved on the spot
 * and only counted.
 */
export const logForm = matterInput.extend({
  service: z.string(),
  /** The post it is logged as; needed only by somebody with several that may log this service. */
  post: id.optional(),
  to: id.optional(),
  consent: consentAnswer.optional(),
  agreed: flag.default(false),
  onTheSpot: flag.default(false),
  note: shortText.optional(),
  sameAs: code.optional(),
  draft: id.optional(),
});
export type LogForm = z.infer<typeof logForm>;
