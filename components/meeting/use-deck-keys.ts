"use client";

import { useEffect, useRef } from "react";

/**
 * Calls what is bound to a key while nobody is typing. Space belongs to a button that has the focus. Keys that write a
 * sign are only heard while `signs` is on (WCAG 2.1.4).
 */
export function useDeckKeys(bound: Readonly<Record<string, (() => void) | undefined>>, signs: boolean): void {
  const latest = useRef(bound);
  useEffect(() => {
    latest.current = bound;
  });
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      const at = event.target instanceof Element ? event.target : null;
      if (at?.closest("input, textarea, select, dialog")) return;
      if (event.key === " " && at?.closest("button, a, summary")) return;
      if (event.key.length === 1 && !signs) return;
      const run = latest.current[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [signs]);
}
