"use client";

import { createContext, type ReactNode, use } from "react";

type Fault = { title: string; text: string; again: string; home: string };
/** What a page says that could not be shown: because the database is away, or because something broke. */
export type ErrorWords = Record<"failed" | "away", Fault>;

const ErrorWordsContext = createContext<ErrorWords | undefined>(undefined);

/** Hands the words to whatever fails below: an error page is given nothing but the error. */
export function ErrorWordsProvider({ words, children }: { words: ErrorWords; children: ReactNode }) {
  return <ErrorWordsContext value={words}>{children}</ErrorWordsContext>;
}

export function useErrorWords(): ErrorWords {
  const words = use(ErrorWordsContext);
  if (!words) throw new Error("There are no words around this error");
  return words;
}
