import { change } from "#app/_server/change.ts";
import { dropWord, wordInput } from "#db/words/words.ts";

export const POST = change({ input: wordInput, run: dropWord, next: () => "/admin/words" });
