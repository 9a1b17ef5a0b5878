import { change } from "#app/_server/change.ts";
import { reviseAddService } from "#db/agreement/revise-service.ts";
import { addServiceInput } from "#db/agreement/service-inputs.ts";

export const POST = change({
  input: addServiceInput,
  run: reviseAddService,
  next: ({ code }) => `/agreement/revision/services/${code}`,
});
