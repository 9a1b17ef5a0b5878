import { change } from "#app/_server/change.ts";
import { addUnit, unitInput } from "#db/units/add-unit.ts";

export const POST = change({ input: unitInput, run: addUnit, next: () => "/admin/units" });
