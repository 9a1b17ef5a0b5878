import { change } from "#app/_server/change.ts";
import { reviseRetire } from "#db/agreement/revise-service.ts";
import { oneServiceInput } from "#db/agreement/service-inputs.ts";

export const POST = change({ input: oneServiceInput, run: reviseRetire, next: () => "/agreement/revision/services" });
