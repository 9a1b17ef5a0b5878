import { change } from "#app/_server/change.ts";
import { oneSeriesInput } from "#db/agreement/common-inputs.ts";
import { reviseRestoreSeries } from "#db/agreement/revise-series.ts";

export const POST = change({
  input: oneSeriesInput,
  run: reviseRestoreSeries,
  next: () => "/agreement/revision/meetings",
});
