import { z } from "zod";

/** Signs in a text of the agreement. */
export const longestText = 1000;
const text = `a text of 1 to ${longestText} signs`;
const maybe = `a text of at most ${longestText} signs`;

/** A text of the agreement in both languages of the product. Danish stands; English explains, and may be empty. */
export const words = z
  .strictObject({
    da: z.string(text).trim().min(1, text).max(longestText, text),
    en: z.string(maybe).trim().max(longestText, maybe).default(""),
  })
  .meta({ id: "words" });
export type Words = z.infer<typeof words>;

/** A text that is still to be written; `gapsOf` keeps an agreement without it from being proposed. */
export const laterWords = z
  .strictObject({
    da: z.string(maybe).trim().max(longestText, maybe),
    en: z.string(maybe).trim().max(longestText, maybe).default(""),
  })
  .meta({ id: "laterWords" });

/** A text in the reader's language, in Danish where it has no English. */
export const shownIn = (text: Words, locale: keyof Words): string => text[locale] || text.da;

/** The same with the Danish wherever the English is empty, in everything that it holds: so it is read, never kept. */
export function danishWhereEmpty<T>(value: T): T {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(danishWhereEmpty) as T;
  const shown = Object.fromEntries(Object.entries(value).map(([key, each]) => [key, danishWhereEmpty(each)]));
  return (typeof shown["da"] === "string" && !shown["en"] ? { ...shown, en: shown["da"] } : shown) as T;
}

const coded = "a code: capital letters A to Z, digits and _, a letter first, at most 60";

/** The stable name of a thing in the agreement (`SKP`, `PAAKRAV`, `BOLIGRAADGIVER`). Texts may be revised, codes may not. */
export const code = z
  .string(coded)
  .regex(/^[A-Z][A-Z0-9_]{0,59}$/, coded)
  .meta({ id: "code" });
export type Code = z.infer<typeof code>;
