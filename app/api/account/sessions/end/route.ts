import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { endSessions } from "#db/account/my-account.ts";

export const POST = change({
  input: z.strictObject({ session: z.union([z.uuid(), z.literal("others")]) }),
  run: (tx, _me, { session }) => endSessions(tx, session),
  next: () => "/account",
});
