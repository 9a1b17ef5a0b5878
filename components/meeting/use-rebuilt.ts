"use client";

import { useEffect, useRef } from "react";
import { postAct } from "#components/form/post-act.ts";

/**
 * Brings the agenda of a meeting that is called up to date, once, when the convener opens it: what was opened, closed or
 * late since is there without a click. `refresh` reads it anew when anything changed.
 */
export function useRebuilt({ id, when, refresh }: { id: string; when: boolean; refresh: () => Promise<void> }): void {
  const done = useRef(false);
  useEffect(() => {
    if (!when || done.current) return;
    done.current = true;
    void postAct<{ changed: boolean }>({
      action: `/api/meetings/${id}/agenda`,
      intent: crypto.randomUUID(),
      values: {},
    }).then((answer) => {
      if (answer !== "unsent" && answer.ok && answer.value.changed) void refresh().catch(() => {});
    });
  }, [id, when, refresh]);
}
