import { change } from "#app/_server/change.ts";
import { tick, tickInput } from "#db/protection/checklist.ts";

export const POST = change({ input: tickInput, run: tick, next: () => "/protection#checklist" });
