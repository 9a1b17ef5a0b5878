import { change } from "#app/_server/change.ts";
import { oneActivityInput } from "#db/agreement/frame-inputs.ts";
import { reviseRetireActivity } from "#db/agreement/revise-frame.ts";

export const POST = change({
  input: oneActivityInput,
  run: reviseRetireActivity,
  next: () => "/agreement/revision/activities",
});
