import { change } from "#app/_server/change.ts";
import { endPost, endPostInput } from "#db/units/end-post.ts";

export const POST = change({ input: endPostInput, run: endPost, next: () => "/admin/units" });
