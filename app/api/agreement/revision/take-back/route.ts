import { change } from "#app/_server/change.ts";
import { seenInput } from "#db/agreement/inputs.ts";
import { takeRevisionBack } from "#db/agreement/propose-revision.ts";

export const POST = change({ input: seenInput, run: takeRevisionBack, next: () => "/agreement/revision" });
