"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { SessionDialogProps } from "#components/session/session-dialog.tsx";

/** Milliseconds after which what did not come is asked for again. */
const again = 15_000;

/** Watches the session of whom this page was drawn for. What does so is loaded after the page, which has more important things to ask for. */
export function SessionWatch(props: SessionDialogProps) {
  const [Dialog, setDialog] = useState<ComponentType<SessionDialogProps>>();
  useEffect(() => {
    let later: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const load = () =>
      void import("#components/session/session-dialog.tsx")
        .then(({ SessionDialog }) => left || setDialog(() => SessionDialog))
        .catch(() => {
          later = left ? undefined : setTimeout(load, again);
        });
    load();
    return () => {
      left = true;
      clearTimeout(later);
    };
  }, []);
  return Dialog && <Dialog {...props} />;
}
