"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { type Freshness, freshnessNow, watchFreshness } from "#components/live/freshness.ts";
import type { Look } from "#components/live/live-stream.ts";
import { untilThere } from "#components/ui/until-there.ts";

/**
 * Calls `onLookAgain` whenever lists (or what it is `about`: a constant) may have changed, however that came about: told by the stream, asked every fifteen
 * seconds while it is cut, or once more for what can be undone. A promise that it returns and that fails is tried again.
 * What follows the stream is loaded after the page: the stream itself says what was missed until then.
 */
export function useLive(onLookAgain: Look, about?: readonly string[]): void {
  const latest = useRef(onLookAgain);
  useEffect(() => {
    latest.current = onLookAgain;
  });
  useEffect(() => {
    let left = false;
    let stop = () => {};
    void untilThere(() => import("#components/live/live-stream.ts")).then(({ subscribe }) => {
      if (!left) stop = subscribe((changed) => latest.current(changed), about);
    });
    return () => {
      left = true;
      stop();
    };
  }, [about]);
}

/** Whether lists can be true: they cannot when nothing could be read for half a minute. */
export const useFreshness = (): Freshness => useSyncExternalStore(watchFreshness, freshnessNow, () => "fine");
