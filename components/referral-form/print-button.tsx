"use client";

import { Button } from "#components/ui/button.tsx";

/** Prints the page it stands on. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button icon="print" onClick={() => window.print()}>
      {label}
    </Button>
  );
}
