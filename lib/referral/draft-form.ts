import { z } from "zod";
import type { Service } from "#lib/agreement/agreement.ts";
import { cleanText } from "#lib/anonymity/clean-text.ts";
import { formatDanishDate, parseDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";
import { id, typed } from "./acts/inputs.ts";
import { parseCode } from "./code.ts";
import { contacts, nameConsents } from "./words.ts";

/** A note on its way into a draft: kept only when the guard lets it through. What it refuses goes no further than this. */
const note = typed.default({ raw: "", notNames: [] }).transform(({ raw, notNames }) => {
  if (raw.trim() === "") return { state: "none" as const };
  const clean = cleanText(raw, { max: 280, notNames });
  return clean.ok
    ? { state: "clean" as const, text: clean.value }
    : { state: "held-back" as const, code: clean.code, details: clean.details };
});

const answers = z.record(z.string(), z.unknown()).catch({});

/**
 * What is saved while somebody fills in "Ny henvisning". Nothing is refused for being half done: what cannot be kept is
 * left out. `savedAt` is when this device last knew it saved, so that two devices find out about each other.
 */
export const draftForm = z.object({
  draft: id.optional(),
  /** In this century: the database has no year 0. */
  savedAt: z.iso.datetime().regex(/^2/).optional(),
  service: z.string().optional().catch(undefined),
  post: id.optional().catch(undefined),
  to: id.optional().catch(undefined),
  situations: z.array(z.string()).max(7).catch([]),
  answers,
  consent: z
    .object({
      name: z.enum(nameConsents).exclude(["withdrawn", "approved"]).optional().catch(undefined),
      feedback: z.enum(["yes", "no"]).optional().catch(undefined),
    })
    .default({})
    .catch({}),
  contact: z.enum(contacts).optional().catch(undefined),
  sameAs: z
    .string()
    .transform((typed) => parseCode(typed) ?? undefined)
    .optional()
    .catch(undefined),
  note,
});
export type DraftForm = z.infer<typeof draftForm>;

/** The coded fields of a draft: codes that the agreement has, ids and dates, nothing that somebody wrote. */
export type DraftFields = Omit<DraftForm, "draft" | "savedAt" | "note" | "answers"> & {
  answers: Record<string, string>;
};

/** Keeps what the service knows: its own codes, and dates that are dates. Anything typed besides is left out. */
export function keepable(form: DraftForm, service: Service | undefined, today: Day): DraftFields {
  const { draft, savedAt, note: kept, ...fields } = form;
  if (!service) return { ...fields, service: undefined, situations: [], answers: {} };
  const offered = new Set(service.situations.map((situation) => situation.code));
  const given = service.key.flatMap(({ code, answer, choices }) => {
    const value = form.answers[code];
    if (typeof value !== "string") return [];
    if (answer === "one") return choices.some((choice) => choice.code === value) ? [[code, value]] : [];
    const date = parseDanishDate(value, today);
    return date ? [[code, formatDanishDate(date)]] : [];
  });
  return {
    ...fields,
    service: service.code,
    situations: fields.situations.filter((code) => offered.has(code)),
    answers: Object.fromEntries(given) as Record<string, string>,
  };
}
