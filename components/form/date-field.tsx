"use client";

import type { ComponentProps } from "react";
import type { FieldValues, Path, PathValue } from "react-hook-form";
import type { ActForm } from "#components/form/use-act-form.ts";
import { Button } from "#components/ui/button.tsx";
import { DateInput } from "#components/ui/date-input.tsx";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";

type Bound<Values extends FieldValues> = { form: ActForm<Values>; name: Path<Values> };

/** A date of a form with its quick choices, e.g. "i dag" and "i går". */
export function DateField<Values extends FieldValues>({
  form,
  name,
  quick = [],
  ...rest
}: Bound<Values> & { quick?: readonly { label: string; day: Day }[] } & Omit<
    ComponentProps<typeof DateInput>,
    "id" | "name" | "error" | "form" | "children"
  >) {
  const pick = (day: Day) =>
    form.rhf.setValue(name, formatDanishDate(day) as PathValue<Values, Path<Values>>, {
      shouldDirty: true,
      shouldValidate: true,
    });
  return (
    <DateInput {...rest} {...form.input(name)}>
      {quick.map(({ label, day }) => (
        <Button key={day} onClick={() => pick(day)}>
          {label}
        </Button>
      ))}
    </DateInput>
  );
}
