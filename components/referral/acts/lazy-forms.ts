"use client";

import { lazy } from "react";

const forms = () => import("#components/referral/acts/act-forms.tsx");

/**
 * The forms are fetched once the page stands: most who look at a referral open none, and whoever taps finds them there.
 * A page's first load stays under 180 kB that way.
 */
export function fetchForms(): void {
  void forms();
}

export const ActForm = lazy(async () => ({ default: (await forms()).ActForm }));
export const ProposeTime = lazy(async () => ({ default: (await forms()).ProposeTime }));
