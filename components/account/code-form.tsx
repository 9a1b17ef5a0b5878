"use client";

import type { ComponentProps } from "react";
import type { ProofWords } from "#components/account/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import type { ButtonKind } from "#components/ui/button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";

type Props<Value> = {
  id: string;
  action: string;
  label: string;
  hint?: string;
  submit: string;
  kind?: ButtonKind;
  /** Digits of an app, or letters of a code on paper: another keyboard on the phone. */
  input: Pick<ComponentProps<"input">, "inputMode" | "autoComplete" | "autoCapitalize">;
  words: ProofWords;
  /** What is sent besides. */
  fixed?: Readonly<Record<string, string>>;
  onDone: (value: Value) => void;
};

export const digits = { inputMode: "numeric", autoComplete: "one-time-code" } as const;
export const letters = { inputMode: "text", autoCapitalize: "none" } as const;

/** One code, and the button that tries it. */
export function CodeForm<Value>({
  id,
  action,
  label,
  hint,
  submit,
  kind,
  input,
  words,
  fixed = {},
  onDone,
}: Props<Value>) {
  const form = useActForm<{ code: string }, Value>({
    id,
    passing: true,
    action,
    defaults: { code: "" },
    fixed,
    words: words.form,
    onDone,
  });
  return (
    <ActForm form={form} enter>
      <TextInput {...form.input("code")} {...input} label={label} hint={hint} width="short" />
      <Submit form={form} kind={kind ?? "primary"}>
        {submit}
      </Submit>
    </ActForm>
  );
}
