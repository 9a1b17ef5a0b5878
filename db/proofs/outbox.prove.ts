import { expect, test } from "vitest";
import { surviveKills } from "./outbox.ts";

test("a process that mails is killed 500 times: every mail of what happened, none of what did not (A20)", async () => {
  const began = Date.now();
  const { kills, mails, again, ...wrong } = await surviveKills({ kills: 500 });
  const seconds = Math.round((Date.now() - began) / 1000);
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(
    `outbox: killed ${kills.written} times before sending, ${kills.arriving} before the answer, ${kills.told} after it, ${kills.elsewhere} elsewhere; ${mails} mails, ${again} came again under their id; ${seconds} s`,
  );
  expect(wrong).toEqual({ ofNothing: [], missing: [], twice: [] });
  expect(again).toBeGreaterThan(0);
  expect(kills.elsewhere).toBeLessThan(25);
});
