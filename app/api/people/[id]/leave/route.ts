import { change } from "#app/_server/change.ts";
import { leave, leaveInput } from "#db/people/leave.ts";

export const POST = change({
  input: leaveInput,
  run: (tx, me, { heirs }, { id }: { id: string }) => leave(tx, me, { person: id, heirs }),
  next: () => "/admin/people",
});
