"use client";

import type { ComponentProps, FocusEvent, ReactNode } from "react";
import type { FieldText } from "#components/ui/field.tsx";
import { describedBy, Field } from "#components/ui/field.tsx";
import { formatDanishDate, parseDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";

/**
 * A date as text, `dd.mm.åååå`: a native date field would show the order of the browser's language.
 * On leaving, what reads as a date is written out in full, seen from `today`; anything else is left as it stands,
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
  ...rest
}: FieldText & { id: string; label: ReactNode; today: Day; children?: ReactNode } & Omit<
    ComponentProps<"input">,
    "id" | "type" | "children"
  >) {
  const writeOut = (event: FocusEvent<HTMLInputElement>) => {
    const day = parseDanishDate(event.currentTarget.value, today);
    if (day) event.currentTarget.value = formatDanishDate(day);
    onBlur?.(event);
  };
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="date-row">
        <input
          {...rest}
          {...describedBy(id, { hint, error })}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          id={id}
          className="input"
          data-width="date"
          onBlur={writeOut}
        />
        {children}
      </div>
    </Field>
  );
}
