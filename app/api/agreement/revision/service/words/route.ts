import { change } from "#app/_server/change.ts";
import { reviseServiceWords } from "#db/agreement/revise-service.ts";
import { serviceWordsInput } from "#db/agreement/service-inputs.ts";

export const POST = change({
  input: serviceWordsInput,
  run: reviseServiceWords,
  next: () => "/agreement/revision/services",
});
