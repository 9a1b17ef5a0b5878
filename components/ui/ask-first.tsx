"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from "react";
import { useUnready } from "#components/form/use-unready.ts";
import { Button, type ButtonKind } from "#components/ui/button.tsx";

/** What is asked, and what its two buttons say. */
export type Asking = { question: string; yes: string; no: string };

type Props = Asking & {
  label: ReactNode;
  /** What the button is called where its label alone does not say of what. */
  name?: string;
  kind?: ButtonKind;
  busy?: boolean;
  disabled?: boolean;
  /** Left out: yes sends the form that this stands in. */
  onYes?: () => void;
};

/**
 * A button for what others feel and what cannot be taken back here: it says in its own place what will happen, and does it
 * at the second press. The focus is at the way back. A form that is sent before its scripts run is sent at once.
 */
export function AskFirst({ label, name, question, yes, no, kind = "primary", busy = false, disabled, onYes }: Props) {
  const [at, go] = useState<"still" | "asked" | "back">("still");
  const [open, back] = [`${useId()}-open`, `${useId()}-back`];
  const unready = useUnready();

  useEffect(() => {
    if (at !== "still") document.getElementById(at === "asked" ? back : open)?.focus();
  }, [at, open, back]);

  if (at !== "asked")
    return (
      <Button
        id={open}
        kind={kind}
        aria-label={name}
        type={unready && !onYes ? "submit" : "button"}
        busy={busy}
        disabled={disabled}
        onClick={unready ? undefined : () => go("asked")}
      >
        {label}
      </Button>
    );
  const onKeyDown = ({ key, repeat }: KeyboardEvent) => key === "Escape" && !repeat && go("back");
  return (
    <fieldset className="ask-first">
      <legend>{question}</legend>
      <div className="actions">
        <Button
          kind={kind}
          type={onYes ? "button" : "submit"}
          busy={busy}
          disabled={disabled}
          onClick={onYes}
          onKeyDown={onKeyDown}
        >
          {yes}
        </Button>
        <Button id={back} onClick={() => go("back")} onKeyDown={onKeyDown}>
          {no}
        </Button>
      </div>
    </fieldset>
  );
}
