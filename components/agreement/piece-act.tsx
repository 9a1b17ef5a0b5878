"use client";

import type { ReactNode } from "react";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";

type Props = {
  id: string;
  act: string;
  fixed: Readonly<Record<string, string>>;
  done: string;
  /** Where one goes on. */
  next: string;
  kind?: "danger" | "secondary";
  words: RevisionWords;
  children: ReactNode;
};

/** One button that takes a piece out of the draft, or brings it back. */
export function PieceAct({ id, act, fixed, done, next, kind = "secondary", words, children }: Props) {
  const form = usePieceForm<Record<string, never>>({ id, act, defaults: {}, fixed, done, next: () => next, words });
  return (
    <ActForm form={form}>
      <Submit form={form} kind={kind}>
        {children}
      </Submit>
    </ActForm>
  );
}
