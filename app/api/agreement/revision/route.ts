import { z } from "zod";
import { change } from "#app/_server/change.ts";
import { startRevision } from "#db/agreement/start-revision.ts";

export const POST = change({
  input: z.strictObject({}),
  run: (tx, me) => startRevision(tx, me),
  next: () => "/agreement/revision",
});
