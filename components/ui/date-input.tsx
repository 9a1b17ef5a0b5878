"use client";

import type { ComponentProps, FocusEvent, ReactNode, SyntheticEvent } from "react";
import type { FieldText } from "#components/ui/field.tsx";
import { describedBy, Field, written } from "#components/ui/field.tsx";
import { writtenOut } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";

/**
 * A date as text, `dd.mm.åååå`: a native date field would show the order of the browser's language.
 * On leaving and on Enter, what reads as a date is written out in full, seen from `today`; anything else is left as it stands,
 * for the server to answer. Quick choices ("i dag") are its children.
 */
export function DateInput({
  id,
  label,
  hint,
  error,
  today,
  children,
  onBlur,
  onKeyDown,
  ...rest
}: FieldText & { id: string; label: ReactNode; today: Day; children?: ReactNode } & Omit<
    ComponentProps<"input">,
    "id" | "type" | "children"
  >) {
  const writeOut = (event: SyntheticEvent<HTMLInputElement>) => {
    const { value } = event.currentTarget;
    const full = writtenOut(value, today);
    if (full !== value) event.currentTarget.value = full;
    onBlur?.(event as FocusEvent<HTMLInputElement>);
  };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="date-row">
        <input
          {...written}
          {...rest}
          {...describedBy(id, { hint, error })}
          type="text"
          inputMode="numeric"
          id={id}
          className="input"
          data-width="date"
          onBlur={writeOut}
          onKeyDown={(event) => {
            if (event.key === "Enter") writeOut(event);
            onKeyDown?.(event);
          }}
        />
        {children}
      </div>
    </Field>
  );
}
