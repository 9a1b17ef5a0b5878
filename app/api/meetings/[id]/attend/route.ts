import { change } from "#app/_server/change.ts";
import { attend, attendInput } from "#db/meeting/attend.ts";

export const POST = change({
  input: attendInput,
  run: (tx, me, input, { id }: { id: string }) => attend(tx, me, { ...input, meeting: id }),
  next: (_, { id }: { id: string }) => `/meetings/${id}/hold`,
});
