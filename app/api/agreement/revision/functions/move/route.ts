import { change } from "#app/_server/change.ts";
import { moveFunctionInput } from "#db/agreement/inputs.ts";
import { reviseFunctionOrder } from "#db/agreement/revise.ts";

export const POST = change({
  input: moveFunctionInput,
  run: reviseFunctionOrder,
  next: () => "/agreement/revision/functions",
});
