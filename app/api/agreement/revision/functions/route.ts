import { change } from "#app/_server/change.ts";
import { functionInput } from "#db/agreement/inputs.ts";
import { reviseFunction } from "#db/agreement/revise.ts";

export const POST = change({ input: functionInput, run: reviseFunction, next: () => "/agreement/revision/functions" });
