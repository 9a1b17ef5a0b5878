import { change } from "#app/_server/change.ts";
import { renameInput, renameUnit } from "#db/units/add-unit.ts";

export const POST = change({ input: renameInput, run: renameUnit, next: () => "/admin/units" });
