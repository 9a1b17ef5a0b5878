import { change } from "#app/_server/change.ts";
import { handOver, handOverInput } from "#db/people/hand-over.ts";

export const POST = change({
  input: handOverInput,
  run: (tx, me, { heirs }, { id }: { id: string }) => handOver(tx, me, { person: id, heirs }),
  next: () => "/contacts/me",
});
