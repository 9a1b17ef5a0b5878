import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { reopen } from "#db/meeting/reopen.ts";

export const POST = change({
  input: z.strictObject({}),
  run: (tx, me, _input, { id }: { id: string }) => reopen(tx, me, id),
  next: (_, { id }: { id: string }) => `/meetings/${id}/hold`,
});
