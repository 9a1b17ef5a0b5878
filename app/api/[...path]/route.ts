import { handler } from "#app/_server/handler.ts";
import { answerRefusal } from "#app/_server/refusal.ts";
import { refused } from "#lib/result.ts";

/** Where nothing is: answered here, so that nothing which is sent there is read by anybody else. */
const nowhere = handler({ of: "anybody", counts: "visit" }, async () => answerRefusal(refused("not-found")));

export const GET = nowhere;
export const POST = nowhere;
