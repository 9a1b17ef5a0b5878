import { change } from "#app/_server/change.ts";
import { capacityInput, sayCapacity } from "#db/contacts/say-capacity.ts";

export const POST = change({
  input: capacityInput,
  run: (tx, me, said, { post }: { post: string }) => sayCapacity(tx, me, { ...said, post }),
  next: (_, { post }) => `/contacts/${post}`,
});
