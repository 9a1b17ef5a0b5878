import { change } from "#app/_server/change.ts";
import { addPoint, pointInput } from "#db/meeting/add-point.ts";

export const POST = change({
  input: pointInput,
  run: (tx, me, { title }, { id }: { id: string }) => addPoint(tx, me, { meeting: id, title }),
  next: (_, { id }: { id: string }) => `/meetings/${id}`,
});
