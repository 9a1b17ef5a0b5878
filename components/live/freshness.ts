/** fine: what is shown is true · old: for half a minute nothing could be read · signed-out: the session is over. */
export type Freshness = "fine" | "old" | "signed-out";

const watchers = new Set<() => void>();
let freshness: Freshness = "fine";

export const freshnessNow = (): Freshness => freshness;

export function watchFreshness(changed: () => void): () => void {
  watchers.add(changed);
  return () => watchers.delete(changed);
}

export function setFreshness(next: Freshness): void {
  if (next === freshness) return;
  freshness = next;
  for (const changed of watchers) changed();
}
