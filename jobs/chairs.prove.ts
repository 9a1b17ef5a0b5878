import { expect, test } from "vitest";
import { toldAssumptions } from "#db/proofs/chairs/assumed.ts";
import { mailAssumptions } from "#db/proofs/chairs/by-mail.ts";
import { twoWorlds } from "#db/proofs/chairs/two-worlds.ts";
import { told } from "#db/proofs/chairs/unseen.ts";
import { proofSeed } from "#scripts/proof-seed.ts";
import { allJobs } from "./all-jobs.ts";
import { tellByMail } from "./tell-by-mail.ts";

const none = { anchors: { folder: "" }, mail: { route: async () => {}, origin: "", from: "brobyg@brobyg.example" } };

test("nobody falls between two chairs: two years of a partnership that forgets, day by day", async () => {
  const began = Date.now();
  const asked = { seed: proofSeed(), days: 730, every: 7 };
  const tell: Parameters<typeof twoWorlds>[0]["tell"] = (pool, day) => tellByMail(pool, day, 9);
  const { referrals, meetings, looked, alone, unseen, done } = await twoWorlds({ ...asked, jobs: allJobs(none), tell });
  const seconds = Math.round((Date.now() - began) / 1000);
  const acts = [...done].map((each) => each.join(" ")).join(", ");
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(
    `chairs: seed ${asked.seed}; ${asked.days} days, ${referrals} referrals, ${meetings} meetings; looked at after every day, ` +
      `everybody's own lists and the agenda after every seventh (${looked}): none without a holder, a queue, somebody who has it, or a next agenda.\n` +
      `  acts: ${acts}; ${seconds} s\n` +
      `  ${alone} times on those days everybody who has a referral in a queue was away\n` +
      `  longest unseen with the app: ${told(unseen.app)}\n` +
      `  the same people with mail only: ${told(unseen.mail)}\n` +
      `  mail only means: ${mailAssumptions}\n` +
      `  assumed, not measured: ${toldAssumptions()}`,
  );
  expect(unseen.mail.referrals).toBe(referrals);
});
