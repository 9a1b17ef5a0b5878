import { change } from "#app/_server/change.ts";
import { endOwner, ownerInput } from "#db/units/owners.ts";

export const POST = change({ input: ownerInput, run: endOwner, next: () => "/admin/units" });
