import { change } from "#app/_server/change.ts";
import { oneFunctionInput } from "#db/agreement/inputs.ts";
import { takeFunctionOut } from "#db/agreement/revise.ts";

export const POST = change({
  input: oneFunctionInput,
  run: takeFunctionOut,
  next: () => "/agreement/revision/functions",
});
