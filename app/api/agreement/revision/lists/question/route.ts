import { change } from "#app/_server/change.ts";
import { commonQuestionInput } from "#db/agreement/common-inputs.ts";
import { reviseCommonQuestion } from "#db/agreement/revise-common.ts";

export const POST = change({
  input: commonQuestionInput,
  run: reviseCommonQuestion,
  next: () => "/agreement/revision/forAll",
});
