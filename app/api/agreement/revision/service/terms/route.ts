import { change } from "#app/_server/change.ts";
import { reviseTerms } from "#db/agreement/revise-service.ts";
import { termsInput } from "#db/agreement/service-inputs.ts";

export const POST = change({ input: termsInput, run: reviseTerms, next: () => "/agreement/revision/services" });
