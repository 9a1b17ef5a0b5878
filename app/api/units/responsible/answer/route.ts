import { change } from "#app/_server/change.ts";
import { answerResponsible, answerResponsibleInput } from "#db/units/owners.ts";

export const POST = change({ input: answerResponsibleInput, run: answerResponsible, next: () => "/admin/units" });
