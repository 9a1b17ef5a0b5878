import path from "node:path";
import { SERVER } from "#scripts/engines.ts";
import { PROJECT } from "#scripts/project.ts";
import { run } from "#scripts/run.ts";
import { TEMPLATE } from "#scripts/test-database.ts";
import { ofAnotherRun } from "#scripts/tested-on.ts";

/** Set where the stories of the first day are told whole, with two districts. */
export const WHOLE_DAY = "BROBYG_WHOLE_FIRST_DAY";

/** Every PostgreSQL that can be had here; the built-in one is 18. Or the one that a run names. */
export const firstDayServers = (): string[] => {
  const named = process.env[SERVER];
  return named ? [named] : ["embedded", "17", "16", "15", "debian"];
};

/**
 * Tells the stories of the first day on an empty server, in a process and on a server of its own, and says how long that took.
 * @returns what failed, as the run printed it; empty when everything held
 */
export async function firstDayOn(server: string): Promise<string> {
  const began = performance.now();
  const told = [
    path.join(PROJECT, "node_modules/.bin/playwright"),
    "test",
    "--reporter=list",
    "--project=desk",
    "first-day",
  ] as const;
  const { code, output } = await run([process.execPath, ...told], {
    stopping: new AbortController().signal,
    env: { ...ofAnotherRun, [TEMPLATE]: undefined, [SERVER]: server, [WHOLE_DAY]: "yes", NO_COLOR: "1" },
  });
  for (const line of output.split("\n").filter((each) => / › .*first-days?\.spec/.test(each))) console.log(line.trim());
  console.log(`first-day on ${server}: ${Math.round((performance.now() - began) / 1000)} s`);
  return code === 0 && /\d+ passed/.test(output) ? "" : output;
}
