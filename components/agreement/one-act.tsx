"use client";

import type { ReactNode } from "react";
import { useRevisionForm } from "#components/agreement/use-revision-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import type { Asking } from "#components/ui/ask-first.tsx";
import type { ButtonKind } from "#components/ui/button.tsx";

type Props = {
  id: string;
  act: string;
  version?: number;
  /** What is sent with it besides. */
  fixed?: Readonly<Record<string, string>>;
  kind?: ButtonKind;
  intent: string;
  done: string;
  /** Where one goes on; else the page is shown anew. */
  next?: string;
  /** For what cannot be taken back here: it asks first. */
  asks?: Asking;
  words: RevisionWords;
  children: ReactNode;
};

/** One button that does one thing to the revision as it was seen. */
export function OneAct({
  id,
  act,
  version,
  fixed = {},
  kind = "secondary",
  intent,
  done,
  next,
  asks,
  words,
  children,
}: Props) {
  const form = useRevisionForm<Record<string, never>>({
    id,
    act,
    defaults: {},
    fixed: version === undefined ? fixed : { version, ...fixed },
    words,
    done,
    ...(next === undefined ? {} : { next: () => next }),
  });
  return (
    <ActForm form={{ ...form, intent }}>
      <Submit form={form} kind={kind} asks={asks}>
        {children}
      </Submit>
    </ActForm>
  );
}
