import type { Words } from "./words.ts";

/** A text as it is written in a form. */
export type Written = { da?: string | undefined; en?: string | undefined };

/** What was written, or null where the Danish is missing. */
export function wordsOf({ da = "", en = "" }: Written = {}): Words | null {
  return da.trim() ? { da: da.trim(), en: en.trim() } : null;
}

/** Was anything written at all? */
export const isWritten = ({ da = "", en = "" }: Written = {}): boolean => `${da}${en}`.trim() !== "";

const letters: Record<string, string> = { æ: "AE", ø: "OE", å: "AA", é: "E", ü: "U", ö: "OE", ä: "AE" };

/** A code of its own for what is added, made of its Danish words: "Får ikke svar" becomes `FAAR_IKKE_SVAR`. */
export function codeFor(danish: string, taken: readonly string[]): string {
  const plain = [...danish.toLowerCase()]
    .map((letter) => letters[letter] ?? letter)
    .join("")
    .toUpperCase();
  const words =
    plain
      .replace(/[^A-Z0-9]+/g, "_")
      .replace(/^[_0-9]+|_+$/g, "")
      .slice(0, 24)
      .replace(/_+$/, "") || "VALG";
  const free = (code: string) => !taken.includes(code);
  if (free(words)) return words;
  return Array.from({ length: taken.length + 1 }, (_, at) => `${words}_${at + 2}`).find(free) ?? words;
}
