import { change } from "#app/_server/change.ts";
import { checkEntry, checkInput } from "#db/contacts/keep-entry.ts";

export const POST = change({
  input: checkInput,
  run: (tx, me, _input, { post }: { post: string }) => checkEntry(tx, me, post),
  next: () => "/contacts",
});
