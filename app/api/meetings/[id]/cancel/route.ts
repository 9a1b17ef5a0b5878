import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { cancel } from "#db/meeting/cancel.ts";

export const POST = change({
  input: z.strictObject({}),
  run: (tx, me, _input, { id }: { id: string }) => cancel(tx, me, id),
  next: () => "/meetings",
});
