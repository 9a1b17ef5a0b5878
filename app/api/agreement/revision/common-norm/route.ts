import { change } from "#app/_server/change.ts";
import { commonNormInput } from "#db/agreement/inputs.ts";
import { reviseCommonNorm } from "#db/agreement/revise.ts";

export const POST = change({ input: commonNormInput, run: reviseCommonNorm, next: () => "/agreement/revision" });
