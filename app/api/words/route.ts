import { change } from "#app/_server/change.ts";
import { addWord, wordInput } from "#db/words/words.ts";

export const POST = change({ input: wordInput, run: addWord, next: () => "/admin/words" });
