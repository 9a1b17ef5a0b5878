import { z } from "zod";
import { contractPieces } from "#lib/agreement/contract.ts";
import { code, longestText } from "#lib/agreement/words.ts";
import { day, flag } from "#lib/referral/acts/inputs.ts";
import { isDrawn } from "#lib/text/drawn.ts";
import { seenVersion } from "./adopt-revision.ts";
import { codeList } from "./inputs.ts";

/** What the forms of the contract's frame, its lists of texts, its local names and its activities send. */

const writing = (longest: number) =>
  z
    .string()
    .refine((text) => text.length <= longest, "too-long")
    .superRefine(isDrawn);
const pair = (longest: number) => ({ da: writing(longest).optional(), en: writing(longest).optional() });
const words = (longest = longestText) => z.strictObject(pair(longest)).default({});

export const contractInput = z
  .strictObject({
    version: seenVersion,
    piece: z.enum(Object.keys(contractPieces) as (keyof typeof contractPieces)[]),
    title: words(),
    subject: words(),
    intro: words(),
    closing: words(),
    coordination: words(),
    revision: words(),
    date: z.preprocess((value) => (value === "" ? undefined : value), day.optional()),
    file: writing(60).default(""),
  })
  .transform(({ version, piece, date, file, ...texts }) => ({ version, piece, texts, date, file }));

/** A list of texts may hold more than another form, in bytes. */
export const longestTexts = 65_536;
/** A key of a row: its number, or `n1` for a new one. */
const rowKey = z.string().regex(/^[in]\d{1,2}$/);
const order = z
  .string()
  .max(2000)
  .default("")
  .transform((text) => text.split(" ").filter(Boolean))
  .pipe(z.array(z.string().max(60)).max(120));
const said = z.union([writing(longestText), z.strictObject(pair(longestText))]).optional();
const row = z.strictObject({
  ...Object.fromEntries(
    ["text", "when", "what", "plan", "period", "amount", "place", "title", "who"].map((name) => [name, said]),
  ),
  remove: flag.optional(),
});

export const textsInput = z.strictObject({
  version: seenVersion,
  address: z.string().max(120),
  order,
  rows: z.record(rowKey, row).default({}),
});

const names = z.string().superRefine(isDrawn).default("");
export const localInput = z.strictObject({
  version: seenVersion,
  estates: names,
  streets: names,
  houses: names,
  towns: names,
  words: names,
});

/** What is called so is short. */
const longestName = 120;

export const addActivityInput = z.strictObject({ version: seenVersion, ...pair(longestName) });

export const activityInput = z.strictObject({
  version: seenVersion,
  activity: code,
  name: words(longestName),
  area: z.preprocess((value) => (value === "" ? undefined : value), code.optional()),
  functions: codeList,
  places: words(),
  anchoring: words(),
  revision: words(),
});

export const oneActivityInput = z.strictObject({ version: seenVersion, activity: code });
export const orderActivitiesInput = z.strictObject({
  version: seenVersion,
  order: order.pipe(z.array(code).max(60)),
});
