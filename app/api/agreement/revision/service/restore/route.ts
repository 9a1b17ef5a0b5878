import { change } from "#app/_server/change.ts";
import { reviseRestore } from "#db/agreement/revise-service.ts";
import { oneServiceInput } from "#db/agreement/service-inputs.ts";

export const POST = change({ input: oneServiceInput, run: reviseRestore, next: () => "/agreement/revision/services" });
