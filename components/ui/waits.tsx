"use client";

import { useEffect, useState } from "react";

/** Of every page: what is pressed shows at once that it waits for the server. How it does comes after the page. */
export function Waits({ text }: { text: string }) {
  const [waits, say] = useState(false);
  useEffect(() => {
    let end: (() => void) | undefined;
    let gone = false;
    void import("#components/ui/show-waits.ts").then(({ showWaits }) => {
      if (!gone) end = showWaits(say);
    });
    return () => {
      gone = true;
      end?.();
    };
  }, []);
  return (
    <p className="unseen" aria-live="polite">
      {waits && text}
    </p>
  );
}
