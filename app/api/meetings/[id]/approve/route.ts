import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { approve } from "#db/meeting/approve.ts";

export const POST = change({
  input: z.strictObject({}),
  run: (tx, me, _input, { id }: { id: string }) => approve(tx, me, id),
  next: (_, { id }: { id: string }) => `/meetings/${id}/hold?at=minutes`,
});
