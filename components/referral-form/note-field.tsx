"use client";

import { useController } from "react-hook-form";
import { type Guarded, GuardedTextarea, type GuardWords } from "#components/form/guarded-textarea.tsx";
import type { ActForm } from "#components/form/use-act-form.ts";
import type { Values } from "#components/referral-form/values.ts";
import type { CountWords } from "#components/ui/textarea.tsx";

export type NoteWords = { label: string; hint: string; count: CountWords; guard: GuardWords; heldBack: string };

/** The note, marked while it is written: each time the draft is saved the guard has read it. */
export function NoteField({
  form,
  words,
  guarded,
  heldBack,
}: {
  form: ActForm<Values>;
  words: NoteWords;
  guarded: Guarded | undefined;
  heldBack: boolean;
}) {
  const { field, fieldState } = useController({ control: form.rhf.control, name: "note" });
  return (
    <div className="stack">
      <GuardedTextarea
        id={form.fieldId("note")}
        name="note"
        label={words.label}
        hint={words.hint}
        error={fieldState.error?.message}
        value={field.value ?? ""}
        onValue={field.onChange}
        onBlur={field.onBlur}
        limit={280}
        count={words.count}
        guarded={guarded ?? form.guarded?.by}
        words={words.guard}
        {...form.answers("note")}
      />
      <output className="note-state">{heldBack && words.heldBack}</output>
    </div>
  );
}
