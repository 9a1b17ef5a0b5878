import { change } from "#app/_server/change.ts";
import { whenAndWhere } from "#db/meeting/call.ts";
import { close } from "#db/meeting/close.ts";
import { minutesWords } from "./minutes-words.ts";

export const POST = change({
  input: whenAndWhere,
  run: (tx, me, next, { id }: { id: string }) => close(tx, me, { meeting: id, next, words: minutesWords }),
  next: (_, { id }) => `/meetings/${id}/minutes`,
});
