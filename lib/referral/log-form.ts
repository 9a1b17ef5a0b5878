import { z } from "zod";
import type { Service } from "#lib/agreement/agreement.ts";
import { type Refused, refused } from "#lib/result.ts";
import { consentAnswer, flag, id, shortText } from "./acts/inputs.ts";
import { parseCode } from "./code.ts";
import { matterInput } from "./matter.ts";
import { questionsShown } from "./new-referral.ts";
import { contacts } from "./words.ts";

/** "Samme beboer, nyt behov": the code of an earlier referral of the same post. */
const code = z.string().transform((typed, context) => {
  const parsed = parseCode(typed);
  if (parsed) return parsed;
  context.addIssue({ code: "custom", message: "code" });
  return z.NEVER;
});

/**
 * What logging a referral takes: what the service asks and no more. It is sent to a post, or it was solved on the spot
 * and only counted. What may be missing here is asked for by `missing`, all of it at once.
 */
export const logForm = matterInput.extend({
  service: z.string().default(""),
  answers: matterInput.shape.answers.default({}),
  contact: z.enum(contacts).nullable().default(null),
  /** The post it is logged as; needed only by somebody with several that may log this service. */
  post: id.optional(),
  to: id.optional(),
  consent: consentAnswer.partial({ name: true }).optional(),
  agreed: flag.default(false),
  onTheSpot: flag.default(false),
  note: z.preprocess((typed) => (typed === "" ? undefined : typed), shortText.optional()),
  sameAs: code.optional(),
  draft: id.optional(),
});
export type LogForm = z.infer<typeof logForm>;

/**
 * Everything that is still to be answered, in the order of the screen. On the spot only the situation is asked; whom it
 * goes to must be said where the agreement does not propose one.
 */
export function missing(form: LogForm, { service, to }: { service: Service; to: string | undefined }): Refused[] {
  const found: Refused[] = [];
  if (form.situations.length === 0) found.push(refused("choose-situation", "situations"));
  for (const { code: question, text, optional } of questionsShown(service.key, form))
    if (!optional && !form.answers[question]?.length)
      found.push(refused("answer-this", `answers.${question}`, { question: text }));
  if (form.onTheSpot) return found;
  if (!to) found.push(refused("unknown-post", "to"));
  if (!form.consent?.name) found.push(refused("consent-needed", "consent.name"));
  if (!form.consent?.feedback) found.push(refused("feedback-needed", "consent.feedback"));
  if (!form.contact) found.push(refused("contact-needed", "contact"));
  return found;
}
