import { change } from "#app/_server/change.ts";
import { wordsInput } from "#db/agreement/inputs.ts";
import { reviseWords } from "#db/agreement/revise.ts";

export const POST = change({ input: wordsInput, run: reviseWords, next: () => "/agreement/revision" });
