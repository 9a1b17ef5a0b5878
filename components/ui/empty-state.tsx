import type { ReactNode } from "react";

/** An empty list: one sentence and one action. Never for a list that could not be read. */
export function EmptyState({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p>{text}</p>
      {children}
    </div>
  );
}
