"use client";

import { useEffect } from "react";
import { postAct } from "#components/form/post-act.ts";
import { useReferral } from "#components/referral/referral-context.tsx";

const told = new Set<string>();

/** Tells once that the receiver has the referral before its eyes: only in a tab that is seen, never ahead of it. */
export function useOpened(): void {
  const { view } = useReferral();
  const { code, basis, offers } = view;
  const open = offers.open === true;
  useEffect(() => {
    const once = `${code} ${basis}`;
    if (!open || told.has(once)) return;
    const tell = () => {
      if (document.visibilityState !== "visible" || told.has(once)) return;
      told.add(once);
      void postAct({ action: actAddress(code, "open"), intent: crypto.randomUUID(), values: { basis } }).then(
        (answer) => {
          if (answer === "unsent") told.delete(once);
        },
      );
    };
    tell();
    document.addEventListener("visibilitychange", tell);
    return () => document.removeEventListener("visibilitychange", tell);
  }, [open, code, basis]);
}

/** Where an act on a referral is posted; the code may be as it is shown. */
export const actAddress = (code: string, act: string) => `/api/referrals/${code.replace("-", "")}/${act}`;
