import { change } from "#app/_server/change.ts";
import { reviseFollowUp } from "#db/agreement/revise-service.ts";
import { followUpInput } from "#db/agreement/service-inputs.ts";

export const POST = change({ input: followUpInput, run: reviseFollowUp, next: () => "/agreement/revision/services" });
