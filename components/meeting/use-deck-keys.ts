"use client";

import type { Bound } from "#components/form/one-press.ts";
import { useKeys } from "#components/form/use-keys.ts";

const moves = ["ArrowRight", "PageDown", " ", "ArrowLeft", "PageUp"];

/**
 * Calls what is bound to a key while nobody is typing. Space belongs to a button that has the focus. Keys that write a
 * sign are only heard while `signs` is on (WCAG 2.1.4).
 */
export const useDeckKeys = (bound: Bound, signs: boolean): void =>
  useKeys(bound, {
    moves,
    leaves: (at, key) =>
      Boolean(at?.closest("input, textarea, select, dialog")) ||
      (key === " " && Boolean(at?.closest("button, a, summary"))) ||
      (key.length === 1 && !signs),
  });
