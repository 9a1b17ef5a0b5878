"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { SessionDialogProps } from "#components/session/session-dialog.tsx";
import { untilThere } from "#components/ui/until-there.ts";

/** Watches the session of whom this page was drawn for. What does so is loaded after the page, which has more important things to ask for. */
export function SessionWatch(props: SessionDialogProps) {
  const [Dialog, setDialog] = useState<ComponentType<SessionDialogProps>>();
  useEffect(() => {
    let left = false;
    void untilThere(() => import("#components/session/session-dialog.tsx")).then(
      ({ SessionDialog }) => left || setDialog(() => SessionDialog),
    );
    return () => {
      left = true;
    };
  }, []);
  return Dialog && <Dialog {...props} />;
}
