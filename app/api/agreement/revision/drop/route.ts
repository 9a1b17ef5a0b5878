import { change } from "#app/_server/change.ts";
import { seenInput } from "#db/agreement/inputs.ts";
import { dropRevision } from "#db/agreement/start-revision.ts";

export const POST = change({ input: seenInput, run: dropRevision, next: () => "/agreement/revision" });
