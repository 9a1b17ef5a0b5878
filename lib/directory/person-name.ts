import { z } from "zod";
import { isDrawn } from "#lib/text/drawn.ts";
import { oneLine } from "#lib/text/tidy.ts";

/** What a colleague is called: on one line, in signs that paper can show. */
export const personName = z
  .string("name-needed")
  .overwrite(oneLine)
  .min(1, { error: "name-needed", abort: true })
  .min(2, "name")
  .max(80, "name")
  .superRefine(isDrawn);
