import { change } from "#app/_server/change.ts";
import { doneInput, markDone } from "#db/meeting/mark-done.ts";

export const POST = change({ input: doneInput, run: markDone, next: () => "/meetings" });
