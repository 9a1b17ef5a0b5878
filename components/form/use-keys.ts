"use client";

import { useEffect, useRef } from "react";
import { type Bound, runOf } from "#components/form/one-press.ts";

type How = {
  /** Keys that move, and go on while they are held. */
  moves?: readonly string[];
  /** Is this press somebody else's, such as a field's? */
  leaves: (at: Element | null, key: string) => boolean;
  on?: boolean;
};

/** Calls what is bound to a key, once a press. A key that is still held when a field got the focus writes nothing in it. */
export function useKeys(bound: Bound, { moves = [], leaves, on = true }: How): void {
  const latest = useRef({ bound, moves, leaves });
  useEffect(() => {
    latest.current = { bound, moves, leaves };
  });
  useEffect(() => {
    if (!on) return;
    let acted = "";
    const pressed = (event: KeyboardEvent) => {
      const now = latest.current;
      if (event.repeat && event.key === acted && !now.moves.includes(acted)) return event.preventDefault();
      acted = "";
      const at = event.target instanceof Element ? event.target : null;
      if (now.leaves(at, event.key)) return;
      const run = runOf(event, now.bound, now.moves);
      if (!run) return;
      event.preventDefault();
      acted = event.key;
      run();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on]);
}
