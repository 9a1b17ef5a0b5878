"use client";

import { useFreshness, useLive } from "#components/live/use-live.ts";
import { Banner } from "#components/ui/banner.tsx";

/** Keeps the page's stream open, and says so when what is shown may be old. That the session is over, its own watch says. */
export function LiveBanner({ old }: { old: string }) {
  useLive(noMore);
  const freshness = useFreshness();
  return (
    <div aria-live="polite">
      {freshness === "old" && (
        <Banner kind="offline">
          <p>{old}</p>
        </Banner>
      )}
    </div>
  );
}

const noMore = () => {};
