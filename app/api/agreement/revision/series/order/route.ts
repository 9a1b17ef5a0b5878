import { change } from "#app/_server/change.ts";
import { orderSeriesInput } from "#db/agreement/common-inputs.ts";
import { reviseSeriesOrder } from "#db/agreement/revise-series.ts";

export const POST = change({
  input: orderSeriesInput,
  run: reviseSeriesOrder,
  next: () => "/agreement/revision/meetings",
});
