import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { buildAgenda } from "#db/meeting/build-agenda.ts";

export const POST = change({
  input: z.strictObject({}),
  run: (tx, me, _input, { id }: { id: string }) => buildAgenda(tx, me, id),
  next: (_, { id }: { id: string }) => `/meetings/${id}`,
});
