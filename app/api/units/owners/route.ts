import { change } from "#app/_server/change.ts";
import { addOwner, ownerInput } from "#db/units/owners.ts";

export const POST = change({ input: ownerInput, run: addOwner, next: () => "/admin/units" });
