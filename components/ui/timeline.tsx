import type { ReactNode } from "react";

export type Happening = {
  key: string;
  /** "uge 47" for others, a day for those who may know it. */
  when: string;
  /** The day or week for machines, where `when` is one: `2026-11-12`, `2026-W47`. */
  dateTime?: string;
  sentence: ReactNode;
  /** Text that belongs to it, e.g. a question or a note. */
  aside?: ReactNode;
};

/** What has happened, newest first, a sentence each. The list comes in that order. */
export function Timeline({ label, happenings }: { label: string; happenings: readonly Happening[] }) {
  return (
    <ol className="timeline" reversed aria-label={label}>
      {happenings.map(({ key, when, dateTime, sentence, aside }) => (
        <li key={key}>
          {dateTime ? <time dateTime={dateTime}>{when}</time> : <span className="when">{when}</span>}
          <p>{sentence}</p>
          {aside && <div className="aside">{aside}</div>}
        </li>
      ))}
    </ol>
  );
}
