import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { environmentOf } from "#scripts/environment.ts";
import { PROJECT } from "#scripts/project.ts";

export type RunningJobs = { pid: number; stop: () => Promise<void> };

/** Starts the jobs as a process of their own, which knows the jobs' login and no other, and ends with this one. */
export function startJobs(settings: Record<string, string>): RunningJobs {
  const jobs = spawn(
    process.execPath,
    ["--import", new URL("ends-with-parent.ts", import.meta.url).href, path.join(PROJECT, "scripts/jobs.ts")],
    { cwd: PROJECT, detached: true, stdio: ["pipe", "ignore", "inherit"], env: environmentOf("jobs", settings) },
  );
  const gone = once(jobs, "exit");
  return {
    pid: jobs.pid ?? 0,
    stop: async () => {
      jobs.stdin?.end();
      await gone;
    },
  };
}
