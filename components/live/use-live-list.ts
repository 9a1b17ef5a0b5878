"use client";

import { startTransition, useCallback, useEffect, useRef, useState } from "react";
import { othersHere, whoseHeader } from "#components/form/whose.ts";
import { useLive } from "#components/live/use-live.ts";

export type LiveList<T> = {
  data: T;
  /** Reads it anew. Fails when it cannot be read; what was shown stays. */
  refresh: () => Promise<void>;
};

type Given<T> = {
  url: string;
  initial: T;
  /** What it shows is no longer there for this person. */
  onGone?: () => void;
};

/**
 * A list that refreshes itself. It starts with what the page was drawn with, and reads `url` once it stands in the
 * browser: what changed meanwhile was said to nobody. What is read last is shown, and nothing is drawn anew for the same.
 */
export function useLiveList<T extends object>({ url, initial, onGone }: Given<T>): LiveList<T> {
  const [read, setRead] = useState<{ url: string; data: T }>({ url, data: initial });
  const data = read.url === url ? read.data : initial;
  const latest = useRef({ initial, onGone });
  useEffect(() => {
    latest.current = { initial, onGone };
  });
  /** What was read last, whether it is drawn already or not. */
  const known = useRef(read);
  const reading = useRef<AbortController>(undefined);

  const load = useCallback(async () => {
    reading.current?.abort();
    const own = new AbortController();
    reading.current = own;
    try {
      const next = await readList<T>(url, own.signal);
      if (own.signal.aborted) return;
      const before = known.current.url === url ? known.current.data : latest.current.initial;
      if (!differs(next, before)) return;
      known.current = { url, data: next };
      // A long list is drawn in pieces, between which the reader is heard.
      startTransition(() => setRead({ url, data: next }));
    } catch (error) {
      // Whoever asked for it later hears what became of it.
      if (!own.signal.aborted) throw error;
    }
  }, [url]);

  useEffect(() => {
    load().catch(() => {});
    return () => reading.current?.abort();
  }, [load]);

  const refresh = useCallback(async () => {
    try {
      await load();
    } catch (error) {
      const { onGone: gone } = latest.current;
      if (!(error instanceof Gone) || !gone) throw error;
      gone();
    }
  }, [load]);
  useLive(refresh);
  return { data, refresh };
}

const differs = (one: object, other: object): boolean => JSON.stringify(one) !== JSON.stringify(other);

class Gone extends Error {}

async function readList<T>(url: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(url, { signal, headers: whoseHeader() });
  if (answer.status === 404) throw new Gone(url);
  if (answer.status === 409) window.dispatchEvent(new Event(othersHere));
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
}
