import { change } from "#app/_server/change.ts";
import { correct, correctInput } from "#db/meeting/correct.ts";

export const POST = change({
  input: correctInput,
  run: (tx, me, { text }, { id }: { id: string }) => correct(tx, me, { meeting: id, text }),
  next: (_, { id }: { id: string }) => `/meetings/${id}/minutes`,
});
