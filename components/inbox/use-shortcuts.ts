"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";

const key = "brobyg-shortcuts";
const listeners = new Set<() => void>();

/** Single keys can be turned off (WCAG 2.1.4); the browser remembers it. */
export function useShortcutsOn(): [on: boolean, turn: (on: boolean) => void] {
  const on = useSyncExternalStore(
    (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    () => localStorage.getItem(key) !== "off",
    () => true,
  );
  const turn = (next: boolean) => {
    localStorage.setItem(key, next ? "on" : "off");
    for (const changed of listeners) changed();
  };
  return [on, turn];
}

/** Calls what is bound to a key, while shortcuts are on and nobody is typing, choosing or in a dialog. */
export function useShortcuts(bound: Readonly<Record<string, () => void>>, on: boolean): void {
  const latest = useRef(bound);
  useEffect(() => {
    latest.current = bound;
  });
  useEffect(() => {
    if (!on) return;
    const pressed = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target instanceof Element && event.target.closest("input, textarea, select, dialog, [contenteditable]"))
        return;
      const run = latest.current[event.key];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on]);
}
