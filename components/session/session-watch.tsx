"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { SessionDialogProps } from "#components/session/session-dialog.tsx";
import { untilThere } from "#components/ui/until-there.ts";
import { type Packed, unpack } from "#lib/packed.ts";

type Props = Omit<SessionDialogProps, "words"> & { words: Packed<SessionDialogProps["words"]> };

/** Watches the session of whom this page was drawn for. What does so is loaded after the page, which has more important things to ask for. */
export function SessionWatch({ words, ...rest }: Props) {
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
  return Dialog && <Dialog {...rest} words={unpack(words)} />;
}
