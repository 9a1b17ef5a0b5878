import { change } from "#app/_server/change.ts";
import { daysInput } from "#db/agreement/inputs.ts";
import { reviseDays } from "#db/agreement/revise.ts";

export const POST = change({ input: daysInput, run: reviseDays, next: () => "/agreement/revision" });
