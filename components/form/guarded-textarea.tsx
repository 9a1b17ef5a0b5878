"use client";

import { useEffect, useRef, useState } from "react";
import { carryFindings, cutAtFindings, type Piece } from "#components/form/carry-findings.ts";
import { FindingList } from "#components/form/finding-list.tsx";
import { LastQuestion } from "#components/form/last-question.tsx";
import type { Finding } from "#components/form/post-act.ts";
import { useLookOver } from "#components/form/use-look-over.ts";
import { describedBy, Field, noted } from "#components/ui/field.tsx";
import type { TextareaProps } from "#components/ui/textarea.tsx";
import { Remaining } from "#components/ui/textarea.tsx";
import type { TooMuch } from "#lib/anonymity/told-too-much.ts";
import { withoutHidden } from "#lib/text/hidden.ts";

export type GuardWords = {
  /** Names the list: "Det må ikke stå i noten". */
  list: string;
  /** On the button that selects the words: "Vis i teksten". */
  show: string;
  /** What to write instead, for each kind the guard knows. */
  instead: Readonly<Record<string, string>>;
  /** For a kind that has no sentence of its own. */
  otherwise: string;
  /** What a person may be called instead: "beboeren", "naboen". */
  roles: Readonly<Record<"resident" | "neighbour" | "colleague" | "relative", string>>;
  /** Between a role and the word it replaces, for whoever hears the button. */
  insteadOf: string;
  /** "Det er ikke et navn". */
  notName: string;
  /** Behind words that say more of somebody than the receiver must know, with what to write instead. */
  tooMuch: Readonly<Record<TooMuch, string>>;
  /** The last question, its no, and what is said when it is left open. */
  recognise: string;
  recogniseNo: string;
  recogniseMissing: string;
};

/** What the guard found, and the very text it looked at. */
export type Guarded = { text: string; findings: readonly Finding[] };

export type GuardedTextareaProps = TextareaProps & {
  guarded?: Guarded | undefined;
  words: GuardWords;
  /** Words that were answered with "det er ikke et navn", and one more of them. */
  notNames: readonly string[];
  onNotName: (word: string) => void;
};

/**
 * A note that a guard reads while it is written. What may not stand there is marked in the text itself, by a mirror under
 * the letters, and listed below with what to write instead: a tap puts a role in a name's place. Marks follow the text
 * while it is edited and go where it changes; only the server says whether the new text is clean.
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
  notNames,
  onNotName,
  ...rest
}: GuardedTextareaProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [seen, setSeen] = useState<{ from: Guarded | undefined; now: Guarded }>();
  const looked = useLookOver(value, notNames);
  const latest = looked?.text === value ? looked : guarded;
  const base = seen && seen.from === latest ? seen.now : (latest ?? { text: value, findings: [] });
  const standing = base.text === value ? base.findings : carryFindings(base.findings, base.text, value);
  const findings = standing.filter(
    ({ start, end, kind }) => kind !== "name" || !notNames.includes(value.slice(start, end).toLowerCase()),
  );
  const pieces = cutAtFindings(value, findings);
  const found = pieces.filter((piece) => piece.kind !== undefined);
  const described = describedBy(id, { hint, error });

  const select = (start: number, end: number) => {
    area.current?.focus();
    area.current?.setSelectionRange(start, end);
  };
  const write = (text: string) => {
    setSeen({ from: latest, now: { text, findings: carryFindings(findings, value, text) } });
    onValue(text);
  };
  // The server looks at the text without what nobody sees in it, and says where something stands: so must this one.
  // What was typed before the scripts came stands in the field, and nobody has heard of it yet.
  const early = useRef(() => {
    const typed = withoutHidden(area.current?.value ?? value);
    if (typed !== value) write(typed);
  });
  useEffect(() => early.current(), []);
  const acts = {
    select: ({ start, text }: Piece) => select(start, start + text.length),
    replace: ({ start, text }: Piece, role: string) => {
      write(value.slice(0, start) + role + value.slice(start + text.length));
      area.current?.focus();
    },
    notName: ({ text }: Piece) => {
      onNotName(text.toLowerCase());
      area.current?.focus();
    },
  };

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="guarded">
        <div className="mirror" aria-hidden="true">
          {pieces.map(({ text, start, kind }) =>
            kind === undefined ? <span key={start}>{text}</span> : <mark key={start}>{text}</mark>,
          )}
          <span>{"\u200b"}</span>
        </div>
        <textarea
          rows={3}
          {...noted}
          {...rest}
          {...described}
          aria-describedby={[described["aria-describedby"], found.length > 0 && `${id}-findings`, `${id}-count`]
            .filter(Boolean)
            .join(" ")}
          id={id}
          ref={area}
          className="input"
          value={value}
          onChange={(event) => write(withoutHidden(event.currentTarget.value))}
        />
      </div>
      <Remaining id={`${id}-count`} used={value.length} limit={limit} words={count} />
      <FindingList id={id} found={found} words={words} acts={acts} />
      {found.length === 0 && <LastQuestion id={id} text={value} words={words} />}
    </Field>
  );
}
