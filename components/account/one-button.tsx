"use client";

import type { ReactNode } from "react";
import { useAccountForm } from "#components/account/use-account-form.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";

type Props<Value> = Omit<Parameters<typeof useAccountForm<Record<string, never>, Value>>[0], "defaults"> & {
  children: ReactNode;
};

/** One button that does one thing to one's own account. */
export function OneButton<Value = null>({ children, ...options }: Props<Value>) {
  const form = useAccountForm<Record<string, never>, Value>({ ...options, defaults: {} });
  return (
    <ActForm form={form}>
      <Submit form={form} kind="secondary">
        {children}
      </Submit>
    </ActForm>
  );
}
