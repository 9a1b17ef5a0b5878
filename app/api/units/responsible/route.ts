import { change } from "#app/_server/change.ts";
import { askResponsible, responsibleInput } from "#db/units/owners.ts";

export const POST = change({ input: responsibleInput, run: askResponsible, next: () => "/admin/units" });
