import { change } from "#app/_server/change.ts";
import { endUnit, endUnitInput } from "#db/units/end-post.ts";

export const POST = change({ input: endUnitInput, run: endUnit, next: () => "/admin/units" });
