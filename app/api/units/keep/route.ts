import { change } from "#app/_server/change.ts";
import { keepUnit, keepUnitInput } from "#db/units/end-post.ts";

export const POST = change({ input: keepUnitInput, run: keepUnit, next: () => "/admin/units" });
