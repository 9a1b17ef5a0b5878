/** Longer than any part needs to stop in good order. */
const PATIENCE_MS = 15_000;

/** What a step throws when somebody pressed Ctrl-C, closed the terminal or sent `kill`. */
export class Interrupted extends Error {
  override name = "Interrupted";
}

/**
 * Runs a command that can be interrupted at any moment. The first signal aborts `stopping`; `act` then cleans up and
 * ends, once, however often the signal comes (a terminal sends it to everybody, and npm passes it on again).
 * Exit code: 0 when `act` returns, 130 when it was interrupted, 1 when it failed.
 */
export async function runCommand(act: (stopping: AbortSignal) => Promise<void>): Promise<void> {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) return;
    stopping.abort(new Interrupted("Interrupted."));
    setTimeout(() => process.exit(130), PATIENCE_MS).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, stop);
  try {
    await act(stopping.signal);
  } catch (error) {
    process.exitCode = error instanceof Interrupted ? 130 : 1;
    if (!(error instanceof Interrupted)) console.error(explain(error));
  }
  process.exit();
}

/** A plain Error carries a sentence written for the reader; anything else is a fault of ours and shows its place. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (isNoWayIn(error))
    return `\nThe database does not let us in: ${error.message || (error as NodeJS.ErrnoException).code}`;
  return error.constructor === Error ? `\n${error.message}` : `\n${error.stack ?? error.message}`;
}

/** Nobody listens at the address any more, or the login, its password or its database is wrong. */
function isNoWayIn(error: Error): boolean {
  const { code = "" } = error as NodeJS.ErrnoException;
  return away.includes(code) || /^(28\w|3D\w|57P)\w\w$/.test(code);
}

const away = ["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "ETIMEDOUT", "CONNECT_TIMEOUT", "CONNECTION_CLOSED"];

/** Resolves when somebody asks the command to stop. */
export async function untilStopped(stopping: AbortSignal): Promise<void> {
  if (stopping.aborted) return;
  await new Promise((resolve) => stopping.addEventListener("abort", resolve, { once: true }));
}

/** Says each step as it begins, with the seconds since the command began. */
export function narrate(): (sentence: string) => void {
  const began = Date.now();
  return (sentence) => console.log(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${sentence}`);
}
