import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { decideRest } from "#db/meeting/decide.ts";

export const POST = change({
  input: z.strictObject({}),
  run: (tx, me, _input, { id }: { id: string }) => decideRest(tx, me, id),
  next: (_, { id }: { id: string }) => `/meetings/${id}/hold`,
});
