import { change } from "#app/_server/change.ts";
import { removeComment, removeCommentInput } from "#db/agreement/comment.ts";

export const POST = change({ input: removeCommentInput, run: removeComment, next: () => "/agreement/revision" });
