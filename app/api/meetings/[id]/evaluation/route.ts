import { change } from "#app/_server/change.ts";
import { rate, rateInput } from "#db/meeting/rate.ts";

export const POST = change({
  input: rateInput,
  run: (tx, me, input, { id }: { id: string }) => rate(tx, me, { ...input, meeting: id }),
  next: (_, { id }: { id: string }) => `/meetings/${id}/evaluation`,
});
