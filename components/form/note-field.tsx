"use client";

import type { ComponentProps } from "react";
import type { FieldValues, Path } from "react-hook-form";
import { useController } from "react-hook-form";
import { GuardedTextarea } from "#components/form/guarded-textarea.tsx";
import type { ActForm } from "#components/form/use-act-form.ts";

type Bound<Values extends FieldValues> = { form: ActForm<Values>; name: Path<Values> };

/** A guarded note of a form: only it draws itself anew at each key. */
export function NoteField<Values extends FieldValues>({
  form,
  name,
  ...rest
}: Bound<Values> &
  Omit<
    ComponentProps<typeof GuardedTextarea>,
    "form" | "id" | "name" | "error" | "value" | "onValue" | "guarded" | "notNames" | "onNotName"
  >) {
  const { field, fieldState } = useController({ control: form.rhf.control, name });
  const guarded = form.guarded && (form.guarded.field ?? name) === name ? form.guarded.by : undefined;
  return (
    <GuardedTextarea
      {...rest}
      id={form.fieldId(name)}
      name={name}
      error={fieldState.error?.message}
      value={field.value ?? ""}
      onValue={field.onChange}
      onBlur={field.onBlur}
      guarded={guarded}
      {...form.answers(name)}
    />
  );
}
