"use client";

import { useEffect, useRef, useState } from "react";
import { type ActAnswer, postAct } from "#components/form/post-act.ts";
import { useToasts } from "#components/ui/toasts.tsx";

type Acting = { action: string; values?: Readonly<Record<string, unknown>> };

/**
 * Buttons and keys of a meeting that act at one tap. They are sent in the order in which they were pressed, none is lost
 * and a double tap counts once. A tap that got no answer keeps its intent key, so that the same tap again means the same
 * thing once. What went wrong is said in a toast.
 */
export function useMeetingAct({ unsent, refresh }: { unsent: string; refresh: () => Promise<unknown> }) {
  const [going, setGoing] = useState(0);
  const toast = useToasts();
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const inLine = useRef(new Set<string>());
  const silent = useRef<{ same: string; intent: string }>(undefined);
  // A key has no button of its own that could show that it waits.
  useEffect(() => {
    document.body.toggleAttribute("data-busy", going > 0);
    return () => document.body.removeAttribute("data-busy");
  }, [going]);

  async function send<Value>({ action, values = {} }: Acting, same: string): Promise<ActAnswer<Value> | null> {
    const intent = silent.current?.same === same ? silent.current.intent : crypto.randomUUID();
    const answer = await postAct<Value>({ action, intent, values });
    silent.current = answer === "unsent" ? { same, intent } : undefined;
    if (answer === "unsent") toast({ text: unsent });
    else if (!answer.ok) toast({ text: answer.message });
    // What cannot be read anew now is read by the live list.
    if (answer !== "unsent") await refresh().catch(() => {});
    return answer === "unsent" ? null : answer;
  }

  async function act<Value>(acting: Acting): Promise<ActAnswer<Value> | null> {
    const same = JSON.stringify(acting);
    if (inLine.current.has(same)) return null;
    inLine.current.add(same);
    setGoing((count) => count + 1);
    const sent = line.current.then(() => send<Value>(acting, same));
    line.current = sent;
    const answer = await sent;
    inLine.current.delete(same);
    setGoing((count) => count - 1);
    return answer;
  }

  return { act, busy: going > 0, toast };
}

export type MeetingAct = ReturnType<typeof useMeetingAct>["act"];
