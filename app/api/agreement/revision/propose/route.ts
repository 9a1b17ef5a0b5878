import { change } from "#app/_server/change.ts";
import { proposeInput, proposeRevision } from "#db/agreement/propose-revision.ts";

export const POST = change({ input: proposeInput, run: proposeRevision, next: () => "/agreement/revision" });
