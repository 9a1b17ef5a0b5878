"use client";

import { createContext, use, useRef, useState } from "react";
import { postAct } from "#components/form/post-act.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { actAddress } from "#components/referral/use-opened.ts";
import { useToasts } from "#components/ui/toasts.tsx";

/** Acts that can be undone, and for how many seconds of the server's clock. */
const undoable = ["accept", "return", "redirect", "complete", "assign", "agenda"];
const undoSeconds = 10;
/** Refusals that say: it no longer stands as it is shown. */
export const outdated = ["stale", "not-now", "not-yours", "not-found", "too-late"];

/** Where the referral stands after an act: what its undoing rests on. */
export type Done = { basis: string };

/** Called when an act of a panel has succeeded, so that it closes what was open. */
export const ActedContext = createContext<() => void>(() => {});

/** What follows every act: a sentence, ten seconds to undo where one may, and the referral read anew. */
export function useFinish() {
  const { view, words, changed } = useReferral();
  const acted = use(ActedContext);
  const show = useToasts();
  const undo = async (basis: string) => {
    const action = actAddress(view.code, "undo");
    const answer = await postAct({ action, intent: crypto.randomUUID(), values: { basis } });
    if (answer === "unsent") show({ text: words.acts.unsent });
    else show({ text: answer.ok ? words.acts.undo.done : answer.message });
    changed();
  };
  return (act: string, text: string, { basis }: Done) => {
    show({
      text,
      ...(undoable.includes(act)
        ? { undo: { label: words.acts.undo.label, seconds: undoSeconds, run: () => undo(basis) } }
        : {}),
    });
    acted();
    changed();
  };
}

export type Tap = {
  act: string;
  /** Tells two buttons of the same act apart. */
  name?: string;
  values?: Readonly<Record<string, unknown>>;
  /** What is said when it is done. */
  done: string;
};

/** Buttons that act at one tap. One at a time; what the last one met with stands in `says`. */
export function useTaps() {
  const { view, words, changed } = useReferral();
  const finish = useFinish();
  const [busy, setBusy] = useState<string>();
  const [says, setSays] = useState<string>();
  const unsent = useRef<{ same: string; intent: string }>(undefined);

  async function tap({ act, name = act, values = {}, done }: Tap) {
    if (busy) return;
    setBusy(name);
    setSays(undefined);
    const same = `${name} ${view.basis}`;
    // The same tap again after silence means the same thing once.
    const intent = unsent.current?.same === same ? unsent.current.intent : crypto.randomUUID();
    const answer = await postAct<Done>({
      action: actAddress(view.code, act),
      intent,
      values: { basis: view.basis, ...values },
    });
    unsent.current = answer === "unsent" ? { same, intent } : undefined;
    setBusy(undefined);
    if (answer === "unsent") return setSays(words.acts.unsent);
    if (answer.ok) return finish(act, done, answer.value);
    setSays(answer.message);
    if (outdated.includes(answer.code)) changed();
  }

  return { tap: (doing: Tap) => void tap(doing), busy, says };
}
