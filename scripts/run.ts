import { spawn } from "node:child_process";
import { once } from "node:events";
import { PROJECT } from "#scripts/project.ts";

export type Ran = { code: number; output: string };

/**
 * Runs a tool to its end and returns what it printed. The tool gets a process group of its own: Ctrl-C reaches it
 * through `stopping`, in our order, and takes everything it started along. Throws `stopping`'s reason when interrupted.
 */
export async function run(
  [command, ...args]: [string, ...string[]],
  {
    stopping,
    env = {},
    cwd = PROJECT,
  }: { stopping: AbortSignal; env?: Record<string, string | undefined>; cwd?: string },
): Promise<Ran> {
  stopping.throwIfAborted();
  const child = spawn(command, args, {
    cwd,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...env },
  });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output += text));
  const end = () => endGroup(child.pid);
  stopping.addEventListener("abort", end);
  try {
    const [code] = (await once(child, "close")) as [number | null];
    stopping.throwIfAborted();
    return { code: code ?? 1, output };
  } finally {
    stopping.removeEventListener("abort", end);
  }
}

function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  signalGroup(pid, "SIGTERM");
  setTimeout(() => signalGroup(pid, "SIGKILL"), 5_000).unref();
}

function signalGroup(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
