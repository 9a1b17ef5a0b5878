import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { timeLeft } from "#db/account/my-account.ts";

/** Somebody says that they are still there: as everything a person does, that begins the half hour anew. */
export const POST = change({ input: z.strictObject({}), run: timeLeft });
