import { change } from "#app/_server/change.ts";
import { localInput, longestTexts } from "#db/agreement/frame-inputs.ts";
import { reviseLocalNames } from "#db/agreement/revise-frame.ts";

export const POST = change({
  input: localInput,
  gate: { counts: "change", body: { longest: longestTexts, tooLong: "body-too-long" } },
  run: reviseLocalNames,
  next: () => "/agreement/revision/local",
});
