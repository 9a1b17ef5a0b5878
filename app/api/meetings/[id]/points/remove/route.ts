import { change } from "#app/_server/change.ts";
import { pointChosen, removePoint } from "#db/meeting/add-point.ts";

export const POST = change({
  input: pointChosen,
  run: (tx, me, { point }, { id }: { id: string }) => removePoint(tx, me, { meeting: id, point }),
  next: (_, { id }: { id: string }) => `/meetings/${id}`,
});
