import { useEffect, useState } from "react";
import type { Guarded } from "#components/form/guarded-textarea.tsx";
import type { Finding } from "#components/form/post-act.ts";
import { whoseHeader } from "#components/form/whose.ts";

/** Milliseconds without a key after which the server is asked: a pause, not a letter. */
const PAUSE = 600;

/**
 * What the server's guard says of a text while it is written. It is asked after a pause and keeps nothing; without an
 * answer nothing is marked, since sending asks again.
 */
export function useLookOver(text: string, notNames: readonly string[]): Guarded | undefined {
  const [seen, setSeen] = useState<Guarded>();
  const answers = notNames.join("\n");
  useEffect(() => {
    if (text.trim() === "") return;
    const stopping = new AbortController();
    const pause = setTimeout(() => {
      void lookOver([text, ...(answers === "" ? [] : answers.split("\n"))], stopping.signal).then((findings) => {
        if (findings) setSeen({ text, findings });
      });
    }, PAUSE);
    return () => {
      clearTimeout(pause);
      stopping.abort();
    };
  }, [text, answers]);
  return seen;
}

async function lookOver(text: readonly string[], signal: AbortSignal): Promise<readonly Finding[] | null> {
  try {
    const response = await fetch("/api/text", {
      method: "POST",
      headers: { "content-type": "application/json", ...whoseHeader() },
      body: JSON.stringify({ text }),
      signal,
    });
    const answer = (await response.json()) as { ok: boolean; value?: { findings: readonly Finding[] } };
    return answer.ok ? (answer.value?.findings ?? []) : null;
  } catch {
    return null;
  }
}
