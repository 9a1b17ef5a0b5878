"use client";

import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { createContext, use, useMemo } from "react";
import type { ReferralWords } from "#components/referral/words.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { ReferralView } from "#lib/referral/referral-view.ts";

export type ReferralShown = {
  view: ReferralView;
  words: ReferralWords;
  locale: Locale;
  /** The referral has changed, or is no longer what is shown: read it anew. */
  changed: () => void;
};

const ReferralContext = createContext<ReferralShown | undefined>(undefined);

/** The referral that is shown around this component, in the reader's words. */
export function useReferral(): ReferralShown {
  const shown = use(ReferralContext);
  if (!shown) throw new Error("There is no referral around this component");
  return shown;
}

/** Without `onChanged` the page itself is read anew. */
export function ReferralProvider({
  view,
  words,
  locale,
  onChanged,
  children,
}: Omit<ReferralShown, "changed"> & { onChanged?: (() => void) | undefined; children: ReactNode }) {
  const router = useRouter();
  const shown = useMemo(
    () => ({ view, words, locale, changed: onChanged ?? (() => router.refresh()) }),
    [view, words, locale, onChanged, router],
  );
  return <ReferralContext value={shown}>{children}</ReferralContext>;
}
