import { z } from "zod";
import { outcomeClasses } from "#lib/agreement/outcome-class.ts";
import { duties } from "#lib/agreement/parties.ts";
import { code } from "#lib/agreement/words.ts";
import { flag } from "#lib/referral/acts/inputs.ts";
import { isDrawn } from "#lib/text/drawn.ts";
import { oneLine } from "#lib/text/tidy.ts";
import { seenVersion } from "./adopt-revision.ts";

/** What the forms of a revision send. A native form sends a single code bare, and leaves out what is empty. */

export const seenInput = z.strictObject({ version: seenVersion });

const codeList = z.preprocess(
  (value) => (value === undefined || value === "" ? [] : [value].flat()),
  z.array(code).max(60),
);

export const routeInput = z.strictObject({
  version: seenVersion,
  service: code,
  from: codeList,
  to: z.record(z.string().regex(/^r\d$/), z.strictObject({ first: code, others: codeList })),
  also: codeList,
});

/** Working days; the longest norm is a quarter of a year. */
const days = z.coerce.number().pipe(z.int().min(1).max(65));
const sayDays = <T extends z.ZodType>(schema: T) =>
  z.unknown().transform((value, context): z.output<T> => {
    const parsed = schema.safeParse(value === "" ? undefined : value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: "working-days" });
    return z.NEVER;
  });
const needed = sayDays(days);
const optional = sayDays(days.optional());

export const normInput = z.strictObject({
  version: seenVersion,
  service: code,
  answer: needed,
  contact: needed,
  question: optional.optional(),
  escalation: optional.optional(),
  nextStep: optional.optional(),
});

export const commonNormInput = z.strictObject({
  version: seenVersion,
  question: needed,
  escalation: needed,
  nextStep: needed,
});

export const meetingInput = z.strictObject({
  version: seenVersion,
  series: code,
  every: z.enum(["weeks", "year"]),
  count: z.unknown().transform((value, context) => {
    const parsed = z.coerce.number().pipe(z.int().min(1).max(52)).safeParse(value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: "how-often" });
    return z.NEVER;
  }),
  convener: code,
  participants: z.record(code, z.enum(["always", "twice-a-year-or-as-needed", "as-needed", "never"])),
});

export const daysInput = z.strictObject({ version: seenVersion, exceptions: z.string().max(400).default("") });

const longest = 1000;
const wording = z
  .string()
  .refine((text) => text.length <= longest, "too-long")
  .superRefine(isDrawn)
  .optional();
const outcomeClass = z.enum(outcomeClasses).optional();

export const wordsInput = z.strictObject({
  version: seenVersion,
  address: z.string().max(120),
  rows: z
    .record(z.string().max(60), z.strictObject({ da: wording, en: wording, remove: flag.optional(), outcomeClass }))
    .default({}),
  added: z.strictObject({ da: wording, en: wording, outcomeClass }).default({}),
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
