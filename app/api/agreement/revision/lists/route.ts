import { change } from "#app/_server/change.ts";
import { commonListInput } from "#db/agreement/common-inputs.ts";
import { reviseCommonList } from "#db/agreement/revise-common.ts";

export const POST = change({ input: commonListInput, run: reviseCommonList, next: () => "/agreement/revision" });
