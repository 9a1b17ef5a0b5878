"use client";

import { useRouter } from "next/navigation";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { type ActFormWords, useActForm } from "#components/form/use-act-form.ts";
import type { Asking } from "#components/ui/ask-first.tsx";
import { useToasts } from "#components/ui/toasts.tsx";

type Props = {
  word: string;
  act: "add" | "drop";
  label: string;
  done: string;
  /** For a form that is sent before scripts run. */
  intent: string;
  /** For what cannot be taken back here: it asks first. */
  asks?: Asking;
  words: ActFormWords;
};

/** One word is added to the lexicon, or taken off the list. */
export function WordAct({ word, act, label, done, intent, asks, words }: Props) {
  const router = useRouter();
  const toast = useToasts();
  const form = useActForm<Record<string, never>, null>({
    id: `${act}-${word}`,
    action: act === "add" ? "/api/words" : "/api/words/drop",
    defaults: {},
    fixed: { word },
    intent,
    words,
    onDone: () => {
      toast({ text: done });
      router.refresh();
    },
  });
  return (
    <ActForm form={form}>
      <Submit form={form} kind={act === "add" ? "secondary" : "quiet"} asks={asks}>
        <span>{label}</span>
        <span className="unseen">{` ${word}`}</span>
      </Submit>
    </ActForm>
  );
}
