import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Day } from "#lib/calendar/day.ts";
import { id, text } from "#lib/referral/acts/inputs.ts";
import type { PersonId, PostId } from "#lib/referral/case.ts";
import { ok, type Result, refused } from "#lib/result.ts";
import type { Member } from "../as-member.ts";
import type { Tx } from "../client.ts";
import { forumPost, seenVersion } from "./adopt-revision.ts";
import { draftOf } from "./draft.ts";

export const commentLength = 500;

/** What Boligsocialt Forum says of a proposal, oldest first. */
export type Comment = { id: string; person: PersonId; post: PostId; text: string; on: Day };

export const commentsOf = ({ sql }: Tx, { partnership }: Member): Promise<Comment[]> => sql<Comment[]>`
  select id, person_id as person, post_id as post, text, (at at time zone 'Europe/Copenhagen')::date as on
  from agreement_comment where partnership_id = ${partnership} order by at, id`;

export const commentInput = z.strictObject({
  version: seenVersion,
  text: text(commentLength).refine((said) => said.length > 0, { error: "comment" }),
});

/**
 * Boligsocialt Forum says something of the proposal that it has read. Refuses "not-yours", "no-draft", "draft-stale" when
 * it is another one by now, and "comments-over" after its day.
 */
export async function addComment(
  tx: Tx,
  me: Member,
  { version, text: said }: z.infer<typeof commentInput>,
): Promise<Result<null>> {
  const post = await forumPost(tx, me);
  if (!post || me.duties.includes("administer")) return refused("not-yours");
  const draft = await draftOf(tx);
  if (!draft) return refused("no-draft");
  if (draft.version !== version) return refused("draft-stale");
  if (!draft.commentsUntil || draft.commentsUntil < me.today) return refused("comments-over");
  await tx.sql`
    insert into agreement_comment (partnership_id, id, person_id, post_id, text)
    values (${me.partnership}, ${randomUUID()}, ${me.person}, ${post}, ${said})`;
  return ok(null);
}

export const removeCommentInput = z.strictObject({ comment: id });

/** Takes back a comment of one's own. Refuses "not-yours", and "comments-over" after its day, or when it is gone. */
export async function removeComment(
  { sql }: Tx,
  me: Member,
  { comment }: z.infer<typeof removeCommentInput>,
): Promise<Result<null>> {
  if (!me.duties.includes("forum")) return refused("not-yours");
  const { count } = await sql`
    delete from agreement_comment
    where partnership_id = ${me.partnership} and id = ${comment} and person_id = ${me.person}`;
  return count === 1 ? ok(null) : refused("comments-over");
}
