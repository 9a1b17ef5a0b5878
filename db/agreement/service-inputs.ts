import { z } from "zod";
import { mostOf, questionLists, serviceLists } from "#lib/agreement/lists.ts";
import { outcomeClasses } from "#lib/agreement/outcome-class.ts";
import { code } from "#lib/agreement/words.ts";
import { flag } from "#lib/referral/acts/inputs.ts";
import { nameConsents } from "#lib/referral/words.ts";
import { isDrawn } from "#lib/text/drawn.ts";
import { seenVersion } from "./adopt-revision.ts";
import { codeList } from "./inputs.ts";

/** What the forms of a service send: one that is added, in order, taken out and brought back, and each piece of one. */

export const writing = (longest: number) =>
  z
    .string()
    .refine((text) => text.length <= longest, "too-long")
    .superRefine(isDrawn)
    .optional();
/** What is chosen from, or called so, is short; advice is a little longer. */
export const called = { da: writing(120), en: writing(120) };
const words = z.strictObject(called).default({});
const advice = z.strictObject({ da: writing(400), en: writing(400) }).default({});
/** A key of a row: its code, or `n1` for a new one. */
const rowKey = z.string().regex(/^(?:[A-Z][A-Z0-9_]*|[nr]\d{1,2})$/);
export const order = z
  .string()
  .max(2000)
  .default("")
  .transform((text) => text.split(" ").filter(Boolean))
  .pipe(z.array(rowKey).max(60));
/** Nothing chosen is nothing said. */
export const none = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === "" ? undefined : value), schema.optional());
const several = <T extends z.ZodType<unknown, string>>(item: T, most: number) =>
  z.preprocess(
    (value) => (value === undefined || value === "" || value === false ? [] : [value].flat()),
    z.array(item).max(most),
  );
/** `ALDER.FRA_65` for an answer, `.FOELGE_MED` for a situation. */
export const conditions = several(z.string().regex(/^(?:[A-Z][A-Z0-9_]*)?\.[A-Z][A-Z0-9_]*$/), 60);
export const answer = z.enum(["one", "date", "recent-date"]);

export const addServiceInput = z.strictObject({
  version: seenVersion,
  name: words,
  template: none(z.string().max(80)),
  from: codeList,
  to: z.string("choose").regex(/^[A-Z][A-Z0-9_]*$/, "choose"),
});

export const orderServicesInput = z.strictObject({ version: seenVersion, order });
export const oneServiceInput = z.strictObject({ version: seenVersion, service: code });

export const serviceWordsInput = z.strictObject({
  version: seenVersion,
  service: code,
  name: words,
  short: words,
  hint: advice,
  decidedBy: words,
});

export const termsInput = z.strictObject({
  version: seenVersion,
  service: code,
  area: none(code),
  basis: z.enum(["statutory", "decided-elsewhere", "no-decision", "voluntary"]),
  clock: z.enum(["ordinary", "eviction"]),
  kle: z.string().max(200, "too-long").default(""),
  openToAnonymous: flag.default(false),
  cannotAskAllowed: flag.default(false),
});

export const row = z.strictObject({
  ...called,
  remove: flag.optional(),
  urgent: flag.optional(),
  alsoRefer: none(code),
  answer: none(answer),
  needs: none(z.enum(["destination", "date"])),
  afterIdentity: flag.optional(),
  onlyAfterAsked: flag.optional(),
  wrong: none(z.enum(["unit", "age", "place"])),
  outcomeClass: none(z.enum(outcomeClasses)),
  neverListed: flag.optional(),
  onlyIf: conditions,
  rulesOut: several(z.enum(nameConsents).exclude(["withdrawn", "approved"]), nameConsents.length),
});
/** Twice as many as a list takes: those that go out besides those that come in. */
export const rowsOf = <Row extends z.ZodType>(item: Row, most: number) =>
  z
    .record(rowKey, item)
    .refine((all) => Object.keys(all).length <= 2 * most, "wrong-input")
    .default({});

export const listInput = z.strictObject({
  version: seenVersion,
  service: code,
  list: z.enum([...serviceLists, "followUp"]),
  question: none(code),
  order,
  rows: rowsOf(row, mostOf(true)),
});

export const questionInput = z.strictObject({
  version: seenVersion,
  service: code,
  list: z.enum(questionLists),
  question: code,
  ...called,
  answer,
  about: none(z.enum(["age", "children", "cause", "step", "letter-date"])),
  optional: flag.optional(),
  onlyIf: conditions,
});

export const followUpInput = z.strictObject({
  version: seenVersion,
  service: code,
  months: z.string().max(60, "too-long").default(""),
  ...called,
});

export const routeInput = z.strictObject({
  version: seenVersion,
  service: code,
  from: codeList,
  order,
  to: z.record(
    z.string().regex(/^[rn]\d{1,2}$/),
    z.strictObject({ first: none(code), others: codeList, when: conditions.optional(), remove: flag.optional() }),
  ),
  also: codeList,
});
