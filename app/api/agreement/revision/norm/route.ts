import { change } from "#app/_server/change.ts";
import { normInput } from "#db/agreement/inputs.ts";
import { reviseNorm } from "#db/agreement/revise.ts";

export const POST = change({ input: normInput, run: reviseNorm, next: () => "/agreement/revision" });
