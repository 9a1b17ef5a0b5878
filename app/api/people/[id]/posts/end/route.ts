import { change } from "#app/_server/change.ts";
import { endInput, endPost } from "#db/people/holdings.ts";

export const POST = change({
  input: endInput,
  run: (tx, me, { post }, { id }: { id: string }) => endPost(tx, me, { post, person: id }),
  next: (_, { id }) => `/admin/people/${id}`,
});
