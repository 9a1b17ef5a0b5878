import { change } from "#app/_server/change.ts";
import { orderActivitiesInput } from "#db/agreement/frame-inputs.ts";
import { reviseActivityOrder } from "#db/agreement/revise-frame.ts";

export const POST = change({
  input: orderActivitiesInput,
  run: reviseActivityOrder,
  next: () => "/agreement/revision/activities",
});
