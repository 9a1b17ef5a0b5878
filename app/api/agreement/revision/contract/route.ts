import { change } from "#app/_server/change.ts";
import { contractInput } from "#db/agreement/frame-inputs.ts";
import { reviseContract } from "#db/agreement/revise-frame.ts";

export const POST = change({ input: contractInput, run: reviseContract, next: () => "/agreement/revision/contract" });
