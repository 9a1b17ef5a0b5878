import type { ReactNode } from "react";

/** Where a thing has been, is, and may go: "left" behind, "present" here, "waiting" there for an answer. */
export type Station = { key: string; name: ReactNode; note?: ReactNode; state: "left" | "present" | "waiting" };

/** The way of a thing in order, the place where it is now filled. The notes say in words what the dots show. */
export function Stations({ label, stations }: { label: string; stations: readonly Station[] }) {
  return (
    <ol className="stations" aria-label={label}>
      {stations.map(({ key, name, note, state }) => (
        <li key={key} data-state={state} aria-current={state === "present" ? "step" : undefined}>
          <span>{name}</span> {note && <small>{note}</small>}
        </li>
      ))}
    </ol>
  );
}
