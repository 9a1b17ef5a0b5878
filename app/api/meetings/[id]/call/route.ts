import { change } from "#app/_server/change.ts";
import { callOf } from "#db/meeting/call.ts";
import { changeCall } from "#db/meeting/change-call.ts";

export const POST = change({
  input: callOf,
  run: (tx, me, input, { id }: { id: string }) => changeCall(tx, me, { ...input, meeting: id }),
  next: (_, { id }: { id: string }) => `/meetings/${id}`,
});
