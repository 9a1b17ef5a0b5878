import type { Pool } from "../client.ts";
import { channel, type Heard } from "./tell-lists.ts";

/** What an ear is told: whose lists changed, or "all" when something may have been said while nobody listened. */
export type Ear = (heard: Heard | "all") => void;

/**
 * Everybody in this process who wants to hear, over the one connection that listens. Who says what they `missed`, in
 * milliseconds, hears first what was said in that time: "all" where it is longer than that is remembered.
 */
export type Listening = { hear: (ear: Ear, missed?: number) => () => void };

/** As long as a page may take from being drawn to following, or a browser from one window to the next. */
const remembered = 60_000;

/**
 * Listens for as long as the pool is open, on a connection of its own: call it once a process. A connection that breaks
 * is made anew, again and again; once it stands, everybody hears "all".
 */
export function listen(pool: Pool): Listening {
  const ears = new Set<Ear>();
  let said: { at: number; heard: Parameters<Ear>[0] }[] = [];
  const since = (missed: number) => said.filter(({ at }) => at >= performance.now() - missed);
  const tell: Ear = (heard) => {
    said = [...since(remembered), { at: performance.now(), heard }];
    for (const ear of ears) ear(heard);
  };
  const hearing = pool.sql.listen(
    channel,
    (payload) => {
      const heard = heardIn(payload);
      if (heard) tell(heard);
    },
    () => tell("all"),
  );
  // The driver goes on trying by itself, also after the first time; until then lists are polled.
  hearing.catch(() => {});
  return {
    hear: (ear, missed = 0) => {
      if (missed > remembered) ear("all");
      else for (const { heard } of since(missed)) ear(heard);
      ears.add(ear);
      return () => ears.delete(ear);
    },
  };
}

/** Every login of the server can speak on the channel: what is no such message is not heard. */
function heardIn(payload: string): Heard | null {
  try {
    const heard: unknown = JSON.parse(payload);
    if (typeof heard !== "object" || heard === null || !("partnership" in heard) || !("posts" in heard)) return null;
    const { partnership, posts } = heard;
    if (typeof partnership !== "string" || !Array.isArray(posts)) return null;
    const presence = "presence" in heard && heard.presence === true;
    return { partnership, posts: posts.filter((post) => typeof post === "string"), ...(presence && { presence }) };
  } catch {
    return null;
  }
}
