"use client";

import { useSyncExternalStore } from "react";
import type { Bound } from "#components/form/one-press.ts";
import { useKeys } from "#components/form/use-keys.ts";

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

const elsewhere = "input, textarea, select, dialog, [contenteditable]";

/** Calls what is bound to a key, while shortcuts are on and nobody is typing, choosing or in a dialog. */
export const useShortcuts = (bound: Bound, on: boolean): void =>
  useKeys(bound, { moves: ["j", "k"], leaves: (at) => Boolean(at?.closest(elsewhere)), on });
