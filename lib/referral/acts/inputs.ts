import { z } from "zod";
import { hearOwnWords, MOST_ANSWERS } from "#lib/anonymity/answered.ts";
import { cleanText } from "#lib/anonymity/clean-text.ts";
import { parseDanishDate, whyNoDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";
import { nameConsents } from "../words.ts";

/** The words that acts take in. Everything is parsed on the server; nothing else gets in. */

export const id = z.uuid();

/** Yes or no, also as a native form or a button's value says it. */
export const flag = z.union([z.boolean(), z.stringbool()]);

/** Several codes; a native form sends a single one bare. */
export const codes = z.preprocess((value) => (value === undefined ? [] : [value].flat()), z.array(z.string()).max(7));

export const day = z.string("date").transform((text, context): Day => {
  const parsed = parseDanishDate(text);
  if (parsed) return parsed;
  const { code, ...why } = whyNoDate(text);
  context.addIssue({ code: "custom", message: code, params: why });
  return z.NEVER;
});

/** A text as it is sent: alone, or first in a list with the words in it that whoever wrote it says are no names. */
export const typed = z
  .union([
    z.string(),
    z
      .array(z.string())
      .min(1)
      .max(MOST_ANSWERS + 1),
  ])
  .transform((sent) => (typeof sent === "string" ? { raw: sent, notNames: [] } : splitAnswers(sent)));
const splitAnswers = ([raw = "", ...notNames]: string[]) => ({ raw, notNames });

/** Free text that the guard has let through. What it finds is answered with the issue, the text itself never is. */
export const text = (max: number) =>
  typed.transform(({ raw, notNames }, context) => {
    const clean = cleanText(raw, { max, notNames });
    if (!clean.ok) {
      context.addIssue({ code: "custom", message: clean.code, params: { details: clean.details } });
      return z.NEVER;
    }
    if (clean.value !== "") hearOwnWords();
    return clean.value;
  });

/** The note, a question, an answer, advice: short, optional, 280 characters. */
export const shortText = text(280);

/** Two answers, neither preset: may this unit get the name, and may they tell how it goes? */
export const consentAnswer = z.strictObject({
  name: z.enum(nameConsents).exclude(["withdrawn", "approved"]),
  feedback: z.enum(["yes", "no"]).optional(),
});
