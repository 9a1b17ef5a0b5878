import { change } from "#app/_server/change.ts";
import { untick, untickInput } from "#db/protection/checklist.ts";

export const POST = change({ input: untickInput, run: untick, next: () => "/protection#checklist" });
