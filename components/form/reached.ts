import { whoseHeader } from "#components/form/whose.ts";

/** Milliseconds after which there is no network. */
const patience = 5_000;

/** Does anything answer? A page whose answer does not come would be one of the browser's own, and everything typed gone. */
export async function isReached(): Promise<boolean> {
  const signal = AbortSignal.timeout(patience);
  const answer = await fetch("/api/live/pulse", { signal, headers: whoseHeader() }).catch(() => null);
  return answer !== null;
}
