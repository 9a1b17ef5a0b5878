"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import {
  type Freshness,
  freshnessNow,
  type Look,
  lists,
  subscribe,
  watchFreshness,
} from "#components/live/live-stream.ts";

/**
 * Calls `onLookAgain` whenever lists (or what it is `about`: a constant) may have changed, however that came about: told by the stream, asked every fifteen
 * seconds while it is cut, or once more for what can be undone. A promise that it returns and that fails is tried again.
 */
export function useLive(onLookAgain: Look, about: readonly string[] = lists): void {
  const latest = useRef(onLookAgain);
  useEffect(() => {
    latest.current = onLookAgain;
  });
  useEffect(() => subscribe((changed) => latest.current(changed), about), [about]);
}

/** Whether lists can be true: they cannot when nothing could be read for half a minute. */
export const useFreshness = (): Freshness => useSyncExternalStore(watchFreshness, freshnessNow, () => "fine");
