import { change } from "#app/_server/change.ts";
import { reviseList } from "#db/agreement/revise-service.ts";
import { listInput } from "#db/agreement/service-inputs.ts";

export const POST = change({ input: listInput, run: reviseList, next: () => "/agreement/revision/services" });
