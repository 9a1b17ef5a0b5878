import { helhedsplan } from "#lib/board/board-view.ts";
import type { PostId } from "#lib/referral/case.ts";
import { type Directory, postLabel } from "../directory/directory.ts";

/** A municipal post's id, or `helhedsplan`. */
export type Masked = string;

/**
 * A post as those see it who are no party to the referral: a municipal one by its id, any other as "a helhedsplan". Which
 * estate it is would tell where the resident lives.
 */
export const masked = (directory: Directory, post: PostId): Masked =>
  directory.posts.get(post)?.side === "municipal" ? post : helhedsplan;

/** What a masked post is called; null for a helhedsplan, which the screen words. */
export const maskedLabel = (directory: Directory, post: PostId, lang: "da" | "en"): string | null => {
  const seen = masked(directory, post);
  return seen === helhedsplan ? null : postLabel(directory, seen, lang);
};
