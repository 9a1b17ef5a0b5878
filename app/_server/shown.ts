import { z } from "zod";
import type { Shown } from "#db/account/enrol.ts";
import type { Browser } from "#db/account/sign-in.ts";

/** A factor that is shown for the first time: a code from an app, or what a browser made of a new key. */
export const shown = z.union([
  z.strictObject({ response: z.looseObject({ id: z.string() }) }),
  z.strictObject({ code: z.string("code-needed").trim().max(40, "wrong-code") }),
]);

/** A key is called after the browser that made it. */
export const shownBy = (input: z.infer<typeof shown>, { name }: Browser): Shown =>
  "code" in input ? input : { response: input.response, label: name ?? "" };
