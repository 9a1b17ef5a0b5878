"use client";

import { QueryClient, useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
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
 * browser: what changed meanwhile was said to nobody.
 */
export function useLiveList<T extends object>({ url, initial, onGone }: Given<T>): LiveList<T> {
  const [client] = useState(() => new QueryClient());
  const { data } = useQuery(
    {
      queryKey: [url],
      queryFn: ({ signal }) => readList<T>(url, signal),
      initialData: initial,
      refetchOnMount: "always",
      networkMode: "always",
      retry: false,
    },
    client,
  );
  const gone = useRef(onGone);
  useEffect(() => {
    gone.current = onGone;
  });
  const refresh = useCallback(async () => {
    try {
      await client.refetchQueries({ queryKey: [url] }, { throwOnError: true });
    } catch (error) {
      if (!(error instanceof Gone) || !gone.current) throw error;
      gone.current();
    }
  }, [client, url]);
  useLive(refresh);
  return { data, refresh };
}

class Gone extends Error {}

async function readList<T>(url: string, signal: AbortSignal): Promise<T> {
  const answer = await fetch(url, { signal, headers: whoseHeader() });
  if (answer.status === 404) throw new Gone(url);
  if (answer.status === 409) window.dispatchEvent(new Event(othersHere));
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return (await answer.json()) as T;
}
