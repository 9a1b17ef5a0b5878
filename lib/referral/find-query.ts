import { z } from "zod";
import { findStates } from "./find-view.ts";

/** What is looked for. It is sent and never stands in an address; a code as typed, one of its signs may be wrong. */
export const findQuery = z
  .object({
    code: z.string().trim().max(40, "code").optional(),
    service: z
      .string()
      .regex(/^[A-Z][A-Z0-9_]*$/)
      .optional(),
    unit: z.uuid().optional(),
    state: z.enum(findStates).optional(),
  })
  .refine((asked) => Object.values(asked).some(Boolean), "nothing-asked");
export type FindQuery = z.infer<typeof findQuery>;
