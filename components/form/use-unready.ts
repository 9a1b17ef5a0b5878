"use client";

import { useSyncExternalStore } from "react";

/** True until the scripts of the page have come; whoever waits for that is told. */
export const useUnready = (): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  );
