import { z } from "zod";
import { longestNorm } from "#lib/agreement/agreement.ts";
import { duties } from "#lib/agreement/parties.ts";
import { code } from "#lib/agreement/words.ts";
import { isDrawn } from "#lib/text/drawn.ts";
import { oneLine } from "#lib/text/tidy.ts";
import { seenVersion } from "./adopt-revision.ts";

/** What the forms of a revision send. A native form sends a single code bare, and leaves out what is empty; a lone tile that is not chosen is false. */

export const seenInput = z.strictObject({ version: seenVersion });

export const codeList = z.preprocess(
  (value) => (value === undefined || value === "" || value === false ? [] : [value].flat()),
  z.array(code).max(60),
);

const daysFrom = (fewest: number) => z.coerce.number().pipe(z.int().min(fewest).max(longestNorm));
const days = daysFrom(1);
const sayDays = <T extends z.ZodType>(schema: T) =>
  z.unknown().transform((value, context): z.output<T> => {
    const parsed = schema.safeParse(value === "" ? undefined : value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: "working-days" });
    return z.NEVER;
  });
const needed = sayDays(days);
const optional = sayDays(days.optional());
/** The leader may be told on the same day. */
const fromToday = daysFrom(0);

export const normInput = z.strictObject({
  version: seenVersion,
  service: code,
  answer: needed,
  contact: needed,
  question: optional.optional(),
  escalation: sayDays(fromToday.optional()).optional(),
  nextStep: optional.optional(),
});

export const commonNormInput = z.strictObject({
  version: seenVersion,
  question: needed,
  escalation: sayDays(fromToday),
  nextStep: needed,
});

export const daysInput = z.strictObject({
  version: seenVersion,
  exceptions: z.string().max(400, "too-long").default(""),
});

const longestName = 120;
const functionName = z
  .string()
  .default("")
  .transform(oneLine)
  .refine((text) => text.length <= longestName, "too-long")
  .superRefine(isDrawn);

/** A function: a new one, or the one of that code. */
export const functionInput = z.strictObject({
  version: seenVersion,
  function: code.optional(),
  da: functionName,
  en: functionName,
  duties: z.preprocess(
    (value) => (value === undefined || value === "" ? [] : [value].flat()),
    z.array(z.enum(duties)).transform((chosen) => duties.filter((each) => chosen.includes(each))),
  ),
});

export const oneFunctionInput = z.strictObject({ version: seenVersion, function: code });

export const moveFunctionInput = z.strictObject({ version: seenVersion, function: code, to: z.enum(["up", "down"]) });

export const templateInput = seenInput;
