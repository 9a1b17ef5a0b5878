import { change } from "#app/_server/change.ts";
import { reviseQuestion } from "#db/agreement/revise-service.ts";
import { questionInput } from "#db/agreement/service-inputs.ts";

export const POST = change({ input: questionInput, run: reviseQuestion, next: () => "/agreement/revision/services" });
