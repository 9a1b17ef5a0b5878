import type { ReactNode } from "react";

/** The six states a reader must know at a glance, the same on list, page, board, meeting and print. */
export type MarkState = "late" | "last" | "time" | "hold" | "done" | "draft";

const SHAPES: Record<MarkState, ReactNode> = {
  late: <path d="M8 0l8 8-8 8-8-8z" />,
  last: <path d="M1 1h14v14H1z" />,
  time: <circle cx="8" cy="8" r="7" />,
  hold: <path d="M3 1h3.5v14H3zM9.5 1H13v14H9.5z" />,
  done: <path d="M6 14.5L0 8.5l2.2-2.2L6 10.1 13.8 2.2 16 4.4z" />,
  draft: <path d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1zm0 2.2a4.8 4.8 0 1 1 0 9.6 4.8 4.8 0 0 1 0-9.6z" />,
};

/** Shape + word + colour: ◆ late, ■ last day, ● in time, ‖ on hold, ✓ done, ○ draft. The word is required. */
export function StateMark({ state, children }: { state: MarkState; children: ReactNode }) {
  return (
    <span className="mark" data-state={state}>
      <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {SHAPES[state]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
