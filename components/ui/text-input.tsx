import type { ComponentProps, ReactNode } from "react";
import type { FieldText } from "#components/ui/field.tsx";
import { describedBy, Field, written } from "#components/ui/field.tsx";

type Labelled = FieldText & { id: string; label: ReactNode };

/** One line of text with its label, hint and error. The rest goes to the input, `register(…)` included. */
export function TextInput({
  id,
  label,
  hint,
  error,
  width,
  ...rest
}: Labelled & { width?: "short" | "date" } & Omit<ComponentProps<"input">, "id" | "width">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <input
        type="text"
        {...written}
        {...rest}
        {...describedBy(id, { hint, error })}
        id={id}
        className="input"
        data-width={width}
      />
    </Field>
  );
}

/** A native select with its label, hint and error; the options are its children. */
export function Select({ id, label, hint, error, children, ...rest }: Labelled & Omit<ComponentProps<"select">, "id">) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <select {...rest} {...describedBy(id, { hint, error })} id={id} className="input">
        {children}
      </select>
    </Field>
  );
}
