import { change } from "#app/_server/change.ts";
import { seriesWordsInput } from "#db/agreement/common-inputs.ts";
import { reviseSeriesWords } from "#db/agreement/revise-series.ts";

export const POST = change({
  input: seriesWordsInput,
  run: reviseSeriesWords,
  next: () => "/agreement/revision/meetings",
});
