import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { BUILT_SERVER } from "#scripts/build.ts";
import { environmentOf } from "#scripts/environment.ts";

/** `gone` resolves when the server has ended, asked or not. */
export type RunningServer = { origin: string; pid: number; gone: Promise<void>; stop: () => Promise<void> };

/**
 * Serves the production build on loopback and resolves when it answers.
 * @param options.built another build's server than the product's
 * @param options.settings what the application reads from its environment; what is not its own is left out
 */
export async function serve(options: {
  port: number;
  built?: string;
  settings: Record<string, string>;
  stopping: AbortSignal;
  /** Hears what the server prints, which else goes where errors go. */
  hear?: ((text: string) => void) | undefined;
}): Promise<RunningServer> {
  const { port, built = BUILT_SERVER, settings, stopping, hear } = options;
  const origin = `http://localhost:${port}`;
  const server = spawn(process.execPath, [...heap, "--import", endsWithParent, "--import", beforeNext, built], {
    detached: true,
    stdio: ["pipe", "pipe", hear ? "pipe" : "inherit"],
    env: {
      ...environmentOf("server", settings),
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      HOSTNAME: "127.0.0.1",
      PORT: String(port),
    },
  });
  server.stdout?.resume();
  if (hear) for (const stream of [server.stdout, server.stderr]) stream?.on("data", (chunk) => hear(String(chunk)));
  const gone = once(server, "exit").then(() => {});
  const stop = async () => {
    server.stdin?.end();
    await gone;
  };
  try {
    await untilItAnswers({ origin, server, stopping });
    return { origin, pid: server.pid ?? 0, gone, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * What one server may keep, in megabytes: unasked, Node lets its heap grow with the machine's memory before it clears up.
 * The same stands before `npm start` in package.json.
 */
const heap = ["--max-old-space-size=256", "--max-semi-space-size=8"];

const beforeNext = new URL("before-next.ts", import.meta.url).href;
const endsWithParent = new URL("ends-with-parent.ts", import.meta.url).href;

async function untilItAnswers(options: { origin: string; server: ChildProcess; stopping: AbortSignal }): Promise<void> {
  const { origin, server, stopping } = options;
  for (let tries = 0; tries < 300; tries++) {
    stopping.throwIfAborted();
    if (server.exitCode !== null) throw new Error("The application ended while it was starting. It says why above.");
    if (await answers(origin)) return;
    await sleep(100);
  }
  throw new Error(`The application does not answer at ${origin}.`);
}

async function answers(origin: string): Promise<boolean> {
  try {
    const { body } = await fetch(origin, { redirect: "manual", signal: AbortSignal.timeout(5_000) });
    await body?.cancel();
    return true;
  } catch {
    return false;
  }
}
