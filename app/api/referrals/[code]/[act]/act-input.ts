import { z } from "zod";
import type { Seen } from "#db/referral/perform.ts";
import { type Act, acts, isAct } from "#lib/referral/acts.ts";
import { type Refused, refused } from "#lib/result.ts";

/** What the person saw when acting, and what the act itself takes. */
export type ActInput = { basis: Seen | undefined; input: unknown };

const basis = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch {
      context.addIssue({ code: "custom", message: "wrong-input" });
      return z.NEVER;
    }
  })
  .pipe(
    z.strictObject({
      waiting: z.string().nullable(),
      current: z.string().nullable(),
      status: z.enum(["open", "closed", "voided"]),
      matter: z.int().nullable().optional(),
    }),
  );

const nothing = z.strictObject({});

/** The schema of one act by its name in the address, or "undo". Refuses a name that no act has. */
export function actInput(name: string): z.ZodType<ActInput> | Refused {
  if (name !== "undo" && !isAct(name)) return refused("unknown-act");
  return withBasis(name === "undo" ? nothing : schemaOf(name));
}

const schemaOf = (act: Act): z.ZodType => acts[act].input;

/** The act's own schema reads everything but the basis, so that what it finds is told of the act's own fields. */
function withBasis(schema: z.ZodType): z.ZodType<ActInput> {
  return z.record(z.string(), z.unknown()).transform((fields, context): ActInput => {
    const { basis: seen, ...own } = fields;
    const read = { basis: basis.optional().safeParse(seen), input: schema.safeParse(own) };
    for (const each of [read.input, read.basis])
      if (!each.success)
        for (const issue of each.error.issues) context.issues.push({ ...issue, input: undefined } as never);
    return read.basis.success && read.input.success ? { basis: read.basis.data, input: read.input.data } : z.NEVER;
  });
}
