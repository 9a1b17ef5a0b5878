import type { ReactNode } from "react";

/** Things below each other at even distances: within a section, or "wide" between sections. */
export function Stack({ gap = "plain", children }: { gap?: "plain" | "wide"; children: ReactNode }) {
  return (
    <div className="stack" data-gap={gap}>
      {children}
    </div>
  );
}

/**
 * Two columns on the desk, one on the phone in the order they are written. `wide` is the broader one;
 * with `first` at the "end", what comes first on the phone stands on the right of the desk.
 */
export function Split({
  wide = "first",
  first = "start",
  children,
}: {
  wide?: "first" | "second";
  first?: "start" | "end";
  children: ReactNode;
}) {
  return (
    <div className="split" data-wide={wide} data-first={first}>
      {children}
    </div>
  );
}

/** A box that holds together what belongs together. With `print` false it stays on the screen, as what one can do here. */
export function Panel({ print = true, children }: { print?: boolean; children: ReactNode }) {
  return <div className={print ? "panel stack" : "panel stack screen-only"}>{children}</div>;
}

/** A page for a projector: 28 px and up, growing with the room. It stands where the shell's main would. */
export function Stage({ children }: { children: ReactNode }) {
  return (
    <main className="main stage stack" id="main">
      {children}
    </main>
  );
}
