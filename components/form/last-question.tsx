import { useState } from "react";
import type { GuardWords } from "#components/form/guarded-textarea.tsx";
import { rareEvents } from "#lib/anonymity/rare-events.ts";

/**
 * Asked of every text of one's own before it is sent: could somebody near know the person by it? Not preset; what was
 * ticked holds for the text that stood there then, and goes with it: the server takes no text without. Rare events are
 * pointed out, and stop nothing.
 */
export function LastQuestion({ id, text, words }: { id: string; text: string; words: GuardWords }) {
  const [ticked, setTicked] = useState<string>();
  if (text.trim() === "") return null;
  const rare = rareEvents(text);
  return (
    <div className="last-question">
      {rare.length > 0 && (
        <p role="note">
          {rare.map((word, at) => (
            <span key={word}>
              {at > 0 && ", "}
              <q>{word}</q>
            </span>
          ))}{" "}
          {words.rare}
        </p>
      )}
      <p id={`${id}-last-asked`}>{words.recognise}</p>
      <label className="tick" htmlFor={`${id}-last`}>
        <input
          id={`${id}-last`}
          type="checkbox"
          name="recognisable"
          value="no"
          required
          data-missing={words.recogniseMissing}
          aria-describedby={`${id}-last-asked`}
          checked={ticked === text}
          onChange={(event) => setTicked(event.currentTarget.checked ? text : undefined)}
        />
        {words.recogniseNo}
      </label>
    </div>
  );
}
