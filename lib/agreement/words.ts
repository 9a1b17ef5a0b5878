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

const coded = "a code: capital letters A to Z, digits and _, a letter first, at most 60";

/** The stable name of a thing in the agreement (`SKP`, `PAAKRAV`, `BOLIGRAADGIVER`). Texts may be revised, codes may not. */
export const code = z
  .string(coded)
  .regex(/^[A-Z][A-Z0-9_]{0,59}$/, coded)
  .meta({ id: "code" });
export type Code = z.infer<typeof code>;
