"use client";

import type { ReactNode } from "react";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { usePersonForm } from "#components/people/use-person-form.ts";
import type { PeopleWords } from "#components/people/words.ts";
import type { Asking } from "#components/ui/ask-first.tsx";

type Props = {
  id: string;
  action: string;
  fixed?: Readonly<Record<string, string>>;
  kind?: "primary" | "secondary";
  done: string;
  /** For what cannot be taken back here: it asks first. */
  asks?: Asking;
  words: PeopleWords;
  children: ReactNode;
};

/** One button that does one thing to a person. */
export function OneButton({ id, action, fixed = {}, kind = "secondary", done, asks, words, children }: Props) {
  const form = usePersonForm<Record<string, never>>({ id, action, defaults: {}, fixed, words, done });
  return (
    <ActForm form={form}>
      <Submit form={form} kind={kind} asks={asks}>
        {children}
      </Submit>
    </ActForm>
  );
}
