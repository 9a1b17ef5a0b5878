"use client";

import { useRef, useState } from "react";
import { postAct } from "#components/form/post-act.ts";
import type { InboxRowWords } from "#components/inbox/words.ts";
import { type ToastText, useToasts } from "#components/ui/toasts.tsx";
import { fill } from "#lib/fill.ts";
import { showCode } from "#lib/referral/code.ts";
import type { InboxRow } from "#lib/referral/inbox-view.ts";

/** A row that was taken over here; it stays where it was until the list is opened anew. */
export type Taken = { row: InboxRow; at: number; state: "sending" | "taken" };

type Done = { basis: string };
type TakingOver = { taken: readonly Taken[]; takeOver: (row: InboxRow, at: number) => void };

const undoSeconds = 10;

/**
 * Overtag from the list: the row shows it at once, and goes back to what it was when the server says no. For ten seconds
 * it can be undone. `refresh` reads the list anew.
 */
export function useTakeOver(words: InboxRowWords["inbox"], refresh: () => void): TakingOver {
  const [taken, setTaken] = useState<readonly Taken[]>([]);
  const going = useRef(new Set<string>());
  /** A try that got no answer may have been heard: the next one carries the same key. */
  const intents = useRef(new Map<string, string>());
  const toast = useToasts();

  const forget = (code: string) => {
    going.current.delete(code);
    setTaken((all) => all.filter(({ row }) => row.code !== code));
  };

  const undoing = (code: string, basis: string) => {
    const intent = crypto.randomUUID();
    const offer: NonNullable<ToastText["undo"]> = { label: words.undo, seconds: undoSeconds, run };
    async function run(): Promise<void> {
      const answer = await postAct({ action: actOn(code, "undo"), intent, values: { basis } });
      if (answer === "unsent") return toast({ text: words.unsent, undo: offer });
      if (!answer.ok) return toast({ text: answer.message });
      intents.current.delete(code);
      forget(code);
      toast({ text: fill(words.undone, { code: showCode(code) }) });
      refresh();
    }
    return offer;
  };

  async function send({ code, basis }: InboxRow): Promise<void> {
    const intent = intents.current.get(code) ?? crypto.randomUUID();
    intents.current.set(code, intent);
    const answer = await postAct<Done>({ action: actOn(code, "accept"), intent, values: { basis } });
    if (answer === "unsent") {
      forget(code);
      return toast({ text: words.unsent });
    }
    refresh();
    if (!answer.ok) {
      forget(code);
      return toast({ text: answer.message });
    }
    setTaken((all) => all.map((each) => (each.row.code === code ? { ...each, state: "taken" } : each)));
    toast({ text: fill(words.toast, { code: showCode(code) }), undo: undoing(code, answer.value.basis) });
  }

  function takeOver(row: InboxRow, at: number): void {
    if (!row.basis || going.current.has(row.code)) return;
    going.current.add(row.code);
    setTaken((all) => [...all, { row, at, state: "sending" }]);
    void send(row);
  }

  return { taken, takeOver };
}

/** Where an act on a referral is posted. */
export const actOn = (code: string, act: string) => `/api/referrals/${code}/${act}`;
