"use client";

import { useRef, useState } from "react";
import { carryFindings, cutAtFindings } from "#components/form/carry-findings.ts";
import type { Finding } from "#components/form/post-act.ts";
import { Button } from "#components/ui/button.tsx";
import { describedBy, Field } from "#components/ui/field.tsx";
import type { TextareaProps } from "#components/ui/textarea.tsx";
import { Remaining } from "#components/ui/textarea.tsx";

export type GuardWords = {
  /** Names the list: "Det må ikke stå i noten". */
  list: string;
  /** On the button that selects the words: "Vis i teksten". */
  show: string;
  /** What to write instead, for each kind the guard knows. */
  instead: Readonly<Record<string, string>>;
  /** For a kind that has no sentence of its own. */
  otherwise: string;
};

/** What the guard found, and the very text it looked at. */
export type Guarded = { text: string; findings: readonly Finding[] };

export type GuardedTextareaProps = TextareaProps & { guarded?: Guarded | undefined; words: GuardWords };

/**
 * A note that a guard reads. What may not stand there is marked in the text itself, by a mirror under the letters, and
 * listed below with what to write instead; each item selects its words. Marks follow the text while it is edited and
 * go where it changes; only the server says whether the new text is clean.
 */
export function GuardedTextarea({
  id,
  label,
  hint,
  error,
  value,
  onValue,
  limit,
  count,
  guarded,
  words,
  ...rest
}: GuardedTextareaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [seen, setSeen] = useState<{ from: Guarded | undefined; now: Guarded }>();
  const base = seen && seen.from === guarded ? seen.now : (guarded ?? { text: value, findings: [] });
  const findings = base.text === value ? base.findings : carryFindings(base.findings, base.text, value);
  const pieces = cutAtFindings(value, findings);
  const found = pieces.filter((piece) => piece.kind !== undefined);
  const described = describedBy(id, { hint, error });

  const select = (start: number, end: number) => {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="guarded">
        <div className="mirror" aria-hidden="true">
          {pieces.map(({ text, start, kind }) => (kind === undefined ? text : <mark key={start}>{text}</mark>))}
          {"\u200b"}
        </div>
        <textarea
          rows={3}
          {...rest}
          {...described}
          aria-describedby={[described["aria-describedby"], found.length > 0 && `${id}-findings`, `${id}-count`]
            .filter(Boolean)
            .join(" ")}
          id={id}
          ref={area}
          className="input"
          value={value}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setSeen({ from: guarded, now: { text, findings: carryFindings(findings, value, text) } });
            onValue(text);
          }}
        />
      </div>
      <Remaining id={`${id}-count`} used={value.length} limit={limit} words={count} />
      {found.length > 0 && (
        <ul className="findings" id={`${id}-findings`} aria-label={words.list}>
          {found.map(({ text, start, kind = "" }) => (
            <li key={start}>
              <span>
                <q>{text}</q> {words.instead[kind] ?? words.otherwise}
              </span>
              <Button kind="quiet" onClick={() => select(start, start + text.length)}>
                {words.show}
                <span className="unseen"> {text}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Field>
  );
}
