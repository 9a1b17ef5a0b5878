import { expect, test } from "vitest";
import { noerrebro } from "#db/seed/agreement/noerrebro.ts";
import { aReferral } from "./a-referral.ts";
import { changed } from "./change.ts";
import { unheardBy } from "./muted.ts";

test("an origin whose resident takes the yes back hears nothing of how it goes at others any more", () => {
  const passing = aReferral({ agreement: noerrebro.content, service: "SKP" }).sent("first").accepted().sent("second");
  const before = { ...passing.case, feedback: "yes" as const };
  const change = passing.tries("consent", passing.holder, { withdrawn: true });
  if (!change.ok) throw new Error(change.code);
  const after = changed(before, change.value, passing.today);
  expect([after.feedback, unheardBy({ act: "consent", change: change.value, before, after })]).toEqual([
    "no",
    after.origin,
  ]);
});
