import { z } from "zod";
import type { Shown } from "#lib/anonymity/suppression/suppress.ts";
import type { Day } from "#lib/calendar/day.ts";
import { parseQuarter, type Quarter } from "./quarter.ts";
import type { Release } from "./release.ts";

/** What figures are carried out of the app for: a meeting of the forum, a report, a revision of the agreement. */
export const figurePurposes = ["forum", "report", "revision"] as const;
export type FigurePurpose = (typeof figurePurposes)[number];

export const quarterInput = z.string().transform((text, context): Quarter => {
  const quarter = parseQuarter(text);
  if (quarter) return quarter;
  context.addIssue({ code: "custom", message: "wrong-input" });
  return z.NEVER;
});

export const figuresExport = z.strictObject({ quarter: quarterInput, purpose: z.enum(figurePurposes) });
export type FiguresExport = z.infer<typeof figuresExport>;

export type FiguresView = {
  /** The quarters that there are figures of, the newest first, each with the referrals of all services. */
  quarters: { quarter: Quarter; total: Shown | null }[];
  /** Null before the first is published. */
  shown: { quarter: Quarter; publishedOn: Day; release: Release } | null;
};
