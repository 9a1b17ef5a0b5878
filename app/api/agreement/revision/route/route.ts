import { change } from "#app/_server/change.ts";
import { routeInput } from "#db/agreement/inputs.ts";
import { reviseRoute } from "#db/agreement/revise.ts";

export const POST = change({ input: routeInput, run: reviseRoute, next: () => "/agreement/revision" });
