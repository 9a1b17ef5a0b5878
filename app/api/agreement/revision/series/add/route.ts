import { change } from "#app/_server/change.ts";
import { addSeriesInput } from "#db/agreement/common-inputs.ts";
import { reviseAddSeries } from "#db/agreement/revise-series.ts";

export const POST = change({
  input: addSeriesInput,
  run: reviseAddSeries,
  next: ({ code }) => `/agreement/revision/meetings/${code}`,
});
