"use client";

import { createContext, type ReactNode, use, useState } from "react";

type Seen = { version: number; saw: (version: number) => void };

const SeenContext = createContext<Seen | undefined>(undefined);

/**
 * The version of the draft that the forms below have seen. Whoever saves one form has seen what the next one rests on, also
 * before the page is drawn anew.
 */
export function SeenVersion({ version, children }: { version: number; children: ReactNode }) {
  const [saved, setSaved] = useState(0);
  return <SeenContext value={{ version: Math.max(version, saved), saw: setSaved }}>{children}</SeenContext>;
}

export function useSeenVersion(): Seen {
  const seen = use(SeenContext);
  if (!seen) throw new Error("There is no draft around this form");
  return seen;
}
