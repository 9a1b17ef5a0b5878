import { z } from "zod";
import { commonLists, mostIn } from "#lib/agreement/common-lists.ts";
import { mostPurposes } from "#lib/agreement/series.ts";
import { code, longestText } from "#lib/agreement/words.ts";
import { flag } from "#lib/referral/acts/inputs.ts";
import { seenVersion } from "./adopt-revision.ts";
import { answer, called, conditions, none, order, row, rowsOf, writing } from "./service-inputs.ts";

/** What the forms send of what stands once in the agreement: its lists, and its series of meetings. */

const longer = z.strictObject({ da: writing(longestText), en: writing(longestText) }).default({});

export const commonListInput = z.strictObject({
  version: seenVersion,
  list: z.enum(commonLists),
  question: none(code),
  order,
  rows: rowsOf(row.extend({ about: longer.optional() }), mostIn({ list: "external" })),
});

export const commonQuestionInput = z.strictObject({
  version: seenVersion,
  question: code,
  ...called,
  answer,
  onlyIf: conditions,
});

const cadence = {
  every: z.enum(["weeks", "year"], "choose"),
  count: z.unknown().transform((value, context) => {
    const parsed = z.coerce.number().pipe(z.int().min(1).max(52)).safeParse(value);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: "custom", message: "how-often" });
    return z.NEVER;
  }),
  convener: z.string("choose").regex(/^[A-Z][A-Z0-9_]*$/, "choose"),
};
const name = z.strictObject(called).default({});

export const addSeriesInput = z.strictObject({ version: seenVersion, name, about: longer, places: longer, ...cadence });

export const seriesWordsInput = z.strictObject({
  version: seenVersion,
  series: code,
  name,
  about: longer,
  places: longer,
  evaluation: longer,
  guests: longer,
});

export const seriesTermsInput = z.strictObject({
  version: seenVersion,
  series: code,
  ...cadence,
  participants: z.record(code, z.enum(["always", "twice-a-year-or-as-needed", "as-needed", "never"])),
});

const purpose = z.strictObject({ da: writing(400), en: writing(400), remove: flag.optional() });

export const purposesInput = z.strictObject({
  version: seenVersion,
  series: code,
  order,
  rows: rowsOf(purpose, mostPurposes),
});

export const orderSeriesInput = z.strictObject({ version: seenVersion, order });
export const oneSeriesInput = z.strictObject({ version: seenVersion, series: code });
