"use client";

import type { FieldValues, Path } from "react-hook-form";
import { NoteField } from "#components/form/note-field.tsx";
import type { ActForm } from "#components/form/use-act-form.ts";
import { useReferral } from "#components/referral/referral-context.tsx";

/** The longest text that the server takes, counted as it counts. */
const limit = 280;

/** A short text of one's own, read by the guard before it is stored. */
export function OwnWords<Values extends FieldValues>({
  form,
  name,
  label,
  hint,
}: {
  form: ActForm<Values>;
  name: Path<Values>;
  label?: string;
  hint?: string;
}) {
  const { words } = useReferral();
  const { left, over } = words.form;
  return (
    <NoteField
      form={form}
      name={name}
      label={label ?? words.acts.text}
      hint={hint ?? words.acts.textHint}
      limit={limit}
      count={{ left, over }}
      words={words.guard}
    />
  );
}
