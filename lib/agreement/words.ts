import { z } from "zod";

/** A text of the agreement in both languages of the product. Danish stands; English explains. */
export const words = z.strictObject({
  da: z.string().trim().min(1),
  en: z.string().trim().min(1),
});
export type Words = z.infer<typeof words>;

/** The stable name of a thing in the agreement (`SKP`, `PAAKRAV`, `BOLIGRAADGIVER`). Texts may be revised, codes may not. */
export const code = z.string().regex(/^[A-Z][A-Z0-9_]*$/);
export type Code = z.infer<typeof code>;
