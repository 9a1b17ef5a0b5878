import { change } from "#app/_server/change.ts";
import { purposesInput } from "#db/agreement/common-inputs.ts";
import { revisePurposes } from "#db/agreement/revise-series.ts";

export const POST = change({ input: purposesInput, run: revisePurposes, next: () => "/agreement/revision/meetings" });
