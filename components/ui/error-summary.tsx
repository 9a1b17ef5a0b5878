"use client";

import type { MouseEvent } from "react";
import { useEffect, useRef } from "react";

/** One thing to put right: the id of its control, and what to do in the same words as beside it. */
export type SummaryEntry = { id?: string | undefined; message: string };

/**
 * What must be put right, above the form. Takes the focus when it appears and whenever `entries` is a new list,
 * so hand it the list of one answer, not one made anew at each render. An entry without an id is only read.
 */
export function ErrorSummary({ heading, entries }: { heading: string; entries: readonly SummaryEntry[] }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (entries.length > 0) box.current?.focus();
  }, [entries]);
  if (entries.length === 0) return null;
  return (
    <div className="summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{heading}</h2>
      <ul>
        {entries.map(({ id, message }) => (
          <li key={`${id} ${message}`}>
            {id ? (
              <a href={`#${id}`} onClick={(event) => goTo(event, id)}>
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function goTo(event: MouseEvent, id: string) {
  const control = document.getElementById(id);
  if (!control) return;
  event.preventDefault();
  control.closest("details")?.setAttribute("open", "");
  control.focus({ preventScroll: true });
  (control.closest(".last-question, .field, .choice") ?? control).scrollIntoView({ block: "center" });
}
