import { change } from "#app/_server/change.ts";
import { templateInput } from "#db/agreement/inputs.ts";
import { takeTemplateForAll } from "#db/agreement/revise.ts";

export const POST = change({ input: templateInput, run: takeTemplateForAll, next: () => "/agreement/revision/forAll" });
