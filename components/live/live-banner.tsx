"use client";

import Link from "next/link";
import { useFreshness, useLive } from "#components/live/use-live.ts";
import { Banner } from "#components/ui/banner.tsx";

export type LiveWords = { old: string; signedOut: string; logIn: string };

/**
 * Keeps the page's stream open, and says so when what is shown may be old or the session is over. One logs in again in a
 * tab of its own: what is typed here stays.
 */
export function LiveBanner({ words }: { words: LiveWords }) {
  useLive(noMore);
  const freshness = useFreshness();
  return (
    <div aria-live="polite">
      {freshness !== "fine" && (
        <Banner kind="offline">
          {freshness === "old" ? (
            <p>{words.old}</p>
          ) : (
            <p>
              {words.signedOut}{" "}
              <Link href="/login" target="_blank" prefetch={false}>
                {words.logIn}
              </Link>
            </p>
          )}
        </Banner>
      )}
    </div>
  );
}

const noMore = () => {};
