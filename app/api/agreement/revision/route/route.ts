import { change } from "#app/_server/change.ts";
import { reviseRoute } from "#db/agreement/revise.ts";
import { routeInput } from "#db/agreement/service-inputs.ts";

export const POST = change({ input: routeInput, run: reviseRoute, next: () => "/agreement/revision" });
