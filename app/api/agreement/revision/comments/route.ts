import { change } from "#app/_server/change.ts";
import { addComment, commentInput } from "#db/agreement/comment.ts";

export const POST = change({ input: commentInput, run: addComment, next: () => "/agreement/revision" });
