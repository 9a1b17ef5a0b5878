"use client";

import { AccessFacts } from "#components/referral/access-facts.tsx";
import { ReferralProvider } from "#components/referral/referral-context.tsx";
import { ReferralHead } from "#components/referral/referral-head.tsx";
import { ReferralSituation } from "#components/referral/referral-situation.tsx";
import { ReferralTimeline } from "#components/referral/referral-timeline.tsx";
import { ReferralWay } from "#components/referral/referral-way.tsx";
import type { ReferralWords } from "#components/referral/words.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { AccessView } from "#lib/referral/access-view.ts";
import type { ReferralView } from "#lib/referral/referral-view.ts";

type Props = {
  view: ReferralView;
  access: AccessView;
  words: ReferralWords;
  locale: Locale;
  /** What the paper itself says; `muted` where the origin may not hear how it goes. */
  said: { heading: string; intro: string; access: string; muted: string | null; rights: string };
};

/** A referral on paper: the same words as on the screen, without what one could do. */
export function ReferralPrint({ view, access, words, locale, said }: Props) {
  return (
    <article className="paper">
      <h2>{said.heading}</h2>
      <p>{said.intro}</p>
      {said.muted && <p>{said.muted}</p>}
      <ReferralProvider view={view} words={words} locale={locale}>
        <ReferralHead heading="h2" />
        <ReferralSituation />
        <ReferralWay />
        <ReferralTimeline />
      </ReferralProvider>
      <h2>{said.access}</h2>
      <AccessFacts access={access} words={words} locale={locale} />
      <p className="keep">{said.rights}</p>
    </article>
  );
}
