import { listeningPool } from "#app/_server/pool.ts";
import { type Ear, type Listening, listen } from "#db/live/listen.ts";

/** One stream a browser is what the product opens; one that is led from page to page may still hold the last one. */
const perSession = 3;
/** Each costs memory, and a question to the database every half minute. */
const perProcess = 1_000;

type Stream = { session: string; end: () => void };
type Hub = Listening & { streams: Set<Stream> };

const kept = globalThis as typeof globalThis & { brobygHub?: Hub };

/** The one ear of this process, and its open streams: they end with the process, which would wait for them for ever. */
function hub(): Hub {
  if (kept.brobygHub) return kept.brobygHub;
  const streams = new Set<Stream>();
  for (const signal of ["SIGTERM", "SIGINT"] as const)
    process.once(signal, () => {
      for (const { end } of streams) end();
    });
  kept.brobygHub = { ...listen(listeningPool()), streams };
  return kept.brobygHub;
}

/** Are there as many streams as this process keeps open? Those of a session that has its share make room for its next. */
export const isFull = (session: string): boolean =>
  hub().streams.size >= perProcess && streamsOf(session).length < perSession;

/** In the order in which they were opened. */
const streamsOf = (session: string): Stream[] => [...hub().streams].filter((stream) => stream.session === session);

/**
 * Hears for one stream, and first what it missed, in milliseconds. `end` is called when the process stops, and when the
 * session opens more than it may have. The returned function forgets the stream.
 */
export function follow(ear: Ear, { missed, ...stream }: Stream & { missed: number }): () => void {
  const { hear, streams } = hub();
  for (const { end } of streamsOf(stream.session).slice(0, 1 - perSession)) end();
  const deafen = hear(ear, missed);
  streams.add(stream);
  return () => {
    deafen();
    streams.delete(stream);
  };
}
