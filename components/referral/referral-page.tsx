"use client";

import { useMemo } from "react";
import { ReferralView, type ReferralViewProps } from "#components/referral/referral-view.tsx";
import { type Packed, readPacked } from "#lib/packed.ts";
import type { ReferralView as View } from "#lib/referral/referral-view.ts";

type Props = Pick<ReferralViewProps, "words" | "locale" | "begin"> & { view: Packed<View> };

/** One referral on a page of its own. */
export function ReferralPage({ view: packed, ...rest }: Props) {
  const view = useMemo(() => readPacked(packed), [packed]);
  return <ReferralView view={view} {...rest} />;
}
