import { change } from "#app/_server/change.ts";
import { givePost, holdingInput } from "#db/people/holdings.ts";

export const POST = change({
  input: holdingInput,
  run: (tx, me, given, { id }: { id: string }) => givePost(tx, me, { ...given, person: id }),
  next: (_, { id }) => `/admin/people/${id}`,
});
