import { change } from "#app/_server/change.ts";
import { seriesTermsInput } from "#db/agreement/common-inputs.ts";
import { reviseSeriesTerms } from "#db/agreement/revise-series.ts";

export const POST = change({
  input: seriesTermsInput,
  run: reviseSeriesTerms,
  next: () => "/agreement/revision/meetings",
});
