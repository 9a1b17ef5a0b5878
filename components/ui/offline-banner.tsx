"use client";

import { useSyncExternalStore } from "react";
import { Banner } from "#components/ui/banner.tsx";

/** Tells that the device has no connection, for as long as it has none. What is typed stays where it is. */
export function OfflineBanner({ text }: { text: string }) {
  const online = useSyncExternalStore(
    listen,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div aria-live="polite">
      {!online && (
        <Banner kind="offline">
          <p>{text}</p>
        </Banner>
      )}
    </div>
  );
}

function listen(changed: () => void) {
  window.addEventListener("online", changed);
  window.addEventListener("offline", changed);
  return () => {
    window.removeEventListener("online", changed);
    window.removeEventListener("offline", changed);
  };
}
