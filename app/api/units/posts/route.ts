import { change } from "#app/_server/change.ts";
import { addPost, postInput } from "#db/units/add-unit.ts";

export const POST = change({ input: postInput, run: addPost, next: () => "/admin/units" });
