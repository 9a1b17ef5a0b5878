import { change } from "#app/_server/change.ts";
import { oneSeriesInput } from "#db/agreement/common-inputs.ts";
import { reviseRetireSeries } from "#db/agreement/revise-series.ts";

export const POST = change({
  input: oneSeriesInput,
  run: reviseRetireSeries,
  next: () => "/agreement/revision/meetings",
});
