import { useEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import type { GuardWords } from "#components/form/guarded-textarea.tsx";
import { FieldNote } from "#components/ui/field.tsx";
import type { toldTooMuch } from "#lib/anonymity/told-too-much.ts";

/** The words of one kind, and behind them what to write instead. */
function Pointed({ told, say }: { told: readonly string[]; say: string }) {
  return (
    <p role="note">
      {told.map((word, at) => (
        <span key={word}>
          {at > 0 && <span>, </span>}
          <q>{word}</q>
        </span>
      ))}{" "}
      <span>{say}</span>
    </p>
  );
}

/** What a text tells too much of; nothing until the words are here that it is held against, which no other form loads. */
function useTooMuch(text: string): ReturnType<typeof toldTooMuch> {
  const [judge, setJudge] = useState<typeof toldTooMuch>();
  useEffect(() => {
    let left = false;
    void import("#lib/anonymity/told-too-much.ts")
      .then((loaded) => left || setJudge(() => loaded.toldTooMuch))
      // Without a network nothing is pointed out: it stops nothing, and the question is asked all the same.
      .catch(() => {});
    return () => {
      left = true;
    };
  }, []);
  return judge?.(text) ?? [];
}

/**
 * Asked of every text of one's own before it is sent: could somebody near know the person by it? Not preset; what was
 * ticked holds for the text that stood there then, and goes with it: the server takes no text without. What says where
 * somebody comes from, what they speak, suffer from, take or have done, and rare events are pointed out, and stop nothing.
 * As long as it is open it is said beside the button that sends, and leads here; who sends all the same finds it here.
 */
export function LastQuestion({ id, text, words }: { id: string; text: string; words: GuardWords }) {
  const [ticked, setTicked] = useState<string>();
  const [missed, setMissed] = useState(false);
  const [beside, setBeside] = useState<Element | null>();
  const box = useRef<HTMLInputElement>(null);
  const told = useTooMuch(text);
  const asked = text.trim() !== "";
  useEffect(
    () => setBeside(box.current?.form?.querySelector(".actions > [type=submit]:not([formmethod])")?.parentElement),
    [asked],
  );
  if (!asked) return null;
  const waits = ticked !== text;
  const error = missed && waits ? words.recogniseMissing : undefined;
  const kinds = [...new Set(told.map(({ kind }) => kind))];
  return (
    <div className="last-question" data-waits={waits ? "" : undefined}>
      {kinds.map((kind) => (
        <Pointed
          key={kind}
          told={told.filter((one) => one.kind === kind).map(({ word }) => word)}
          say={words.tooMuch[kind]}
        />
      ))}
      <p id={`${id}-last-asked`}>{words.recognise}</p>
      <FieldNote id={`${id}-last`} error={error} />
      <label className="tile" htmlFor={`${id}-last`}>
        <input
          ref={box}
          id={`${id}-last`}
          type="checkbox"
          name="recognisable"
          value="no"
          required
          data-missing={words.recogniseMissing}
          aria-describedby={`${id}-last-asked${error ? ` ${id}-last-error` : ""}`}
          aria-invalid={error ? true : undefined}
          checked={!waits}
          onInvalid={() => setMissed(true)}
          onChange={(event) => {
            setMissed(false);
            setTicked(event.currentTarget.checked ? text : undefined);
          }}
        />
        <span>{words.recogniseNo}</span>
      </label>
      {beside &&
        waits &&
        createPortal(
          <a
            className="still-missing"
            href={`#${id}-last`}
            onClick={(event) => {
              event.preventDefault();
              box.current?.focus();
            }}
          >
            {words.recogniseMissing}
          </a>,
          beside,
        )}
    </div>
  );
}
