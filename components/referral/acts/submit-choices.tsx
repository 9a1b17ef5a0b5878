"use client";

import type { FieldValues } from "react-hook-form";
import { Unsent } from "#components/form/act-form.tsx";
import type { ActForm } from "#components/form/use-act-form.ts";
import { Button } from "#components/ui/button.tsx";

export type SubmitChoice = { value: string; label: string; note?: string };

/** Each choice is a button that sends the form with it: one tap and it is done. */
export function SubmitChoices<Values extends FieldValues>({
  form,
  name,
  choices,
}: {
  form: ActForm<Values>;
  name: string;
  choices: readonly SubmitChoice[];
}) {
  const busy = form.state === "sending" || form.state === "sent";
  return (
    <>
      <Unsent form={form} />
      <div className="submit-choices">
        {choices.map(({ value, label, note }, index) => (
          <Button
            key={value}
            type="submit"
            id={index === 0 ? form.fieldId(name) : undefined}
            name={name}
            value={value}
            busy={busy}
            disabled={form.waits}
          >
            <span>
              <span>{label}</span> {note && <small>{note}</small>}
            </span>
          </Button>
        ))}
      </div>
    </>
  );
}
