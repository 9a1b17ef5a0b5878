import { change } from "#app/_server/change.ts";
import { activityInput } from "#db/agreement/frame-inputs.ts";
import { reviseActivity } from "#db/agreement/revise-frame.ts";

export const POST = change({ input: activityInput, run: reviseActivity, next: () => "/agreement/revision/activities" });
