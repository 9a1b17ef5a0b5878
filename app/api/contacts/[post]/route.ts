import { change } from "#app/_server/change.ts";
import { entryInput, keepEntry } from "#db/contacts/keep-entry.ts";

export const POST = change({
  input: entryInput,
  run: (tx, me, entry, { post }: { post: string }) => keepEntry(tx, me, { ...entry, post }),
  next: (_, { post }) => `/contacts/${post}`,
});
