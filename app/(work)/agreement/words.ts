import { getMessages } from "next-intl/server";
import type { CommentWords } from "#components/agreement/comment-form.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import type messages from "#messages/da.json";

/** What a comment on a proposal says around itself, and what the guard says of it. */
export async function commentWords(): Promise<CommentWords> {
  const { revision, form, guard } = (await getMessages()) as unknown as typeof messages;
  const { comment, commentHint, commentDo, commentSent } = revision;
  const { summary, unsent, retry, left, over } = form;
  return {
    revision: { comment, commentHint, commentDo, commentSent },
    form: { summary, unsent, retry, left, over },
    guard,
  };
}

/** What the pages of the agreement say, in the reader's language. */
export async function agreementWords(): Promise<RevisionWords> {
  const { agreement, revision, form } = (await getMessages()) as unknown as typeof messages;
  const { summary, unsent, retry, dateHint, today } = form;
  return { agreement, revision, form: { summary, unsent, retry, dateHint, today } };
}
