import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { start } from "#db/meeting/start.ts";

export const POST = change({
  input: z.strictObject({}),
  run: (tx, me, _input, { id }: { id: string }) => start(tx, me, id),
  next: (_, { id }: { id: string }) => `/meetings/${id}/hold`,
});
