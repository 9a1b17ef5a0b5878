import path from "node:path";
import { PROJECT } from "#scripts/project.ts";
import { run } from "#scripts/run.ts";
import { ON } from "#scripts/test-clock.ts";
import { TEMPLATE } from "#scripts/test-database.ts";

/** What this process's own run of tests says to its workers: the run that is started here is another. */
const told = [
  "VITEST",
  "VITEST_POOL_ID",
  "VITEST_WORKER_ID",
  "NODE_ENV",
  "MODE",
  "DEV",
  "PROD",
  "SSR",
  "TEST",
  "BASE_URL",
];
/** What a run that is started from this one is not told of it. */
export const ofAnotherRun: Record<string, undefined> = Object.fromEntries(
  [...told, ON].map((name) => [name, undefined]),
);

/**
 * Runs stages of `npm test` as of that moment, in a process and on a database of its own, and says how long it took.
 * @returns what failed, as the run printed it; empty when everything passed
 */
export async function testedOn(moment: string, stages: readonly string[]): Promise<string> {
  const began = performance.now();
  const { code, output } = await run(
    [process.execPath, path.join(PROJECT, "scripts/test.ts"), "--on", moment, ...stages],
    {
      stopping: new AbortController().signal,
      env: { ...ofAnotherRun, [TEMPLATE]: undefined },
    },
  );
  const last = output.trim().split("\n").at(-1) ?? "";
  // oxlint-disable-next-line no-console -- a proof says its figure
  console.log(`${moment}: ${last}, ${Math.round((performance.now() - began) / 1000)} s`);
  if (code === 0 && last.endsWith(", 0 failed")) return "";
  // oxlint-disable-next-line no-console -- a comparison of two long texts would cut what failed
  console.log(output);
  return output;
}
