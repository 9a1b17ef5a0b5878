import { change } from "#app/_server/change.ts";
import { keepPost, keepPostInput } from "#db/units/end-post.ts";

export const POST = change({ input: keepPostInput, run: keepPost, next: () => "/admin/units" });
