import { change } from "#app/_server/change.ts";
import { adoptInput, adoptRevision } from "#db/agreement/adopt-revision.ts";

export const POST = change({
  input: adoptInput,
  run: adoptRevision,
  next: ({ number }) => `/agreement?version=${number}`,
});
