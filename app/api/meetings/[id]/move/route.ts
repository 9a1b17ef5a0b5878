import { change } from "#app/_server/change.ts";
import { moveInput, moveItem } from "#db/meeting/order-items.ts";

export const POST = change({
  input: moveInput,
  run: (tx, me, input, { id }: { id: string }) => moveItem(tx, me, { ...input, meeting: id }),
  next: (_, { id }: { id: string }) => `/meetings/${id}`,
});
