import type { ReactNode } from "react";

/** A small word about a thing that is not its state, e.g. its service. */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>;
}
