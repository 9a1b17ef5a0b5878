import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { undoStart } from "#db/meeting/undo-start.ts";

export const POST = change({
  input: z.strictObject({}),
  run: (tx, me, _input, { id }: { id: string }) => undoStart(tx, me, id),
  next: (_, { id }: { id: string }) => `/meetings/${id}`,
});
