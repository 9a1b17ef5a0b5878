import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";

/** What a field says about itself. `error` tells what to do, in the same words as the summary. */
export type FieldText = { hint?: ReactNode; error?: string | undefined };

/**
 * Of every text that people write: it is handed to no spelling service, no translator and no memory of the browser, which
 * send it to their makers or show it to whoever comes next. The keyboard of a phone still puts words right by itself.
 */
export const noted = { spellCheck: false, autoComplete: "off", translate: "no" } as const;
/** Of a single line besides: a name, a code or an address is no prose, and nothing in it is put right. */
export const written = { ...noted, autoCorrect: "off" } as const;

/**
 * What ties a control to its hint and error: spread it on the control.
 * The ids are `<id>-hint` and `<id>-error`; {@link FieldNote} writes them.
 */
export function describedBy(id: string, { hint, error }: FieldText) {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return { "aria-describedby": ids || undefined, "aria-invalid": error ? true : undefined } as const;
}

/** Hint and error of a control, in that order, right above it. */
export function FieldNote({ id, hint, error }: FieldText & { id: string }) {
  return (
    <>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="warning" />
          <span>{error}</span>
        </p>
      )}
    </>
  );
}

/** Label, hint and error around one control that carries `id` and {@link describedBy}. */
export function Field({
  id,
  label,
  hint,
  error,
  children,
}: FieldText & { id: string; label: ReactNode; children: ReactNode }) {
  return (
    <div className="field" data-invalid={error ? "" : undefined}>
      <label htmlFor={id}>{label}</label>
      <FieldNote id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}
