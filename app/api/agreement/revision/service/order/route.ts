import { change } from "#app/_server/change.ts";
import { reviseServiceOrder } from "#db/agreement/revise-service.ts";
import { orderServicesInput } from "#db/agreement/service-inputs.ts";

export const POST = change({
  input: orderServicesInput,
  run: reviseServiceOrder,
  next: () => "/agreement/revision/services",
});
