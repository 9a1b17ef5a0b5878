import { change } from "#app/_server/change.ts";
import { decide, decideInput } from "#db/meeting/decide.ts";

export const POST = change({
  input: decideInput,
  run: (tx, me, input, { id }: { id: string }) => decide(tx, me, { ...input, meeting: id }),
  next: (_, { id }: { id: string }) => `/meetings/${id}/hold`,
});
