import { change } from "#app/_server/change.ts";
import { longestTexts, textsInput } from "#db/agreement/frame-inputs.ts";
import { reviseTexts } from "#db/agreement/revise-frame.ts";

export const POST = change({
  input: textsInput,
  gate: { counts: "change", body: { longest: longestTexts, tooLong: "body-too-long" } },
  run: reviseTexts,
  next: () => "/agreement/revision",
});
