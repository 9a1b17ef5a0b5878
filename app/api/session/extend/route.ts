import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { timeLeftOf } from "#app/_server/whose.ts";

/** Somebody says that they are still there: as everything a person does, that begins the half hour anew. */
export const POST = change({ input: z.strictObject({}), run: timeLeftOf });
