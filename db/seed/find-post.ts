import type { PostId } from "#lib/referral/case.ts";
import type { Directory } from "../directory/directory.ts";
import { noerrebro } from "./agreement/noerrebro.ts";

/** The post that the agreement's seed names by that key. Throws on a key that it does not have. */
export function findPost({ posts }: Directory, key: string): PostId {
  const named = noerrebro.posts.find((post) => post.key === key);
  const unit = noerrebro.units.find((each) => each.key === named?.unit);
  const found = [...posts.values()].find((post) => post.function === named?.function && post.unitName === unit?.short);
  if (!found) throw new Error(`there is no post "${key}"`);
  return found.id;
}
