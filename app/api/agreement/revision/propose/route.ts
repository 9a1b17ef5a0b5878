import { change } from "#app/_server/change.ts";
import { seenInput } from "#db/agreement/inputs.ts";
import { proposeRevision } from "#db/agreement/propose-revision.ts";

export const POST = change({ input: seenInput, run: proposeRevision, next: () => "/agreement/revision" });
