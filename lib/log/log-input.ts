import { z } from "zod";
import { day } from "#lib/referral/acts/inputs.ts";
import { parseCode } from "#lib/referral/code.ts";
import { purposes } from "./log-view.ts";

/** What is looked for: by person, by code, by period. A code as typed. */
export const logSearch = z.strictObject({
  person: z.uuid().optional(),
  code: z
    .string()
    .transform((typed, context) => {
      const code = parseCode(typed);
      if (code) return code;
      context.addIssue({ code: "custom", message: "code" });
      return z.NEVER;
    })
    .optional(),
  from: day,
  to: day,
});
export type LogSearch = z.infer<typeof logSearch>;

export const logExport = z.strictObject({ search: z.uuid(), purpose: z.enum(purposes) });
export type LogExport = z.infer<typeof logExport>;
