import { change } from "#app/_server/change.ts";
import { addActivityInput } from "#db/agreement/frame-inputs.ts";
import { reviseAddActivity } from "#db/agreement/revise-frame.ts";

export const POST = change({
  input: addActivityInput,
  run: reviseAddActivity,
  next: ({ code }) => `/agreement/revision/activities/${code}`,
});
