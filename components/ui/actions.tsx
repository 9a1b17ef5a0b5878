import type { ReactNode } from "react";

/** Buttons in one row, the primary first; on the phone the primary takes a line of its own. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}

/** The page's main action: in the flow on the desk, above the bottom bar under the thumb on the phone. */
export function ActionBar({ children }: { children: ReactNode }) {
  return <div className="action-bar">{children}</div>;
}
