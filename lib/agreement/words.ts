import { z } from "zod";

/** A text of the agreement in both languages of the product. Danish stands; English explains, and may be missing. */
export const words = z.strictObject({
  da: z.string().trim().min(1),
  en: z.string().trim(),
});
export type Words = z.infer<typeof words>;

/** A text that is still to be written; `gapsOf` keeps an agreement without it from being proposed. */
export const laterWords = z.strictObject({ da: z.string().trim(), en: z.string().trim() });

/** The stable name of a thing in the agreement (`SKP`, `PAAKRAV`, `BOLIGRAADGIVER`). Texts may be revised, codes may not. */
export const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
export type Code = z.infer<typeof code>;
