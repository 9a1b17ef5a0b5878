"use client";

import { useEffect, useState } from "react";
import { showWaits } from "#components/ui/show-waits.ts";

/** Of every page: what is pressed shows at once that it waits for the server. */
export function Waits({ text }: { text: string }) {
  const [waits, say] = useState(false);
  useEffect(() => showWaits(say), []);
  return (
    <p className="unseen" aria-live="polite">
      {waits && text}
    </p>
  );
}
