import { change } from "#app/_server/change.ts";
import { oneFunctionInput } from "#db/agreement/inputs.ts";
import { takeFunctionIn } from "#db/agreement/revise.ts";

export const POST = change({
  input: oneFunctionInput,
  run: takeFunctionIn,
  next: () => "/agreement/revision/functions",
});
