import { pool } from "#app/_server/pool.ts";
import { type Ear, type Listening, listen } from "#db/live/listen.ts";

type Hub = Listening & { streams: Set<() => void> };

const kept = globalThis as typeof globalThis & { brobygHub?: Hub };

/** The one ear of this process, and its open streams: they end with the process, which would wait for them for ever. */
function hub(): Hub {
  if (kept.brobygHub) return kept.brobygHub;
  const streams = new Set<() => void>();
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      for (const end of streams) end();
    });
  kept.brobygHub = { ...listen(pool()), streams };
  return kept.brobygHub;
}

/**
 * Hears for one stream, and first what it missed, in milliseconds. `end` is called when the process stops. The returned
 * function forgets the stream.
 */
export function follow(ear: Ear, { missed, end }: { missed: number; end: () => void }): () => void {
  const { hear, streams } = hub();
  const deafen = hear(ear, missed);
  streams.add(end);
  return () => {
    deafen();
    streams.delete(end);
  };
}
