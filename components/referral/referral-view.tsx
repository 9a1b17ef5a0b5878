"use client";

import { useUnready } from "#components/form/use-unready.ts";
import { useLive } from "#components/live/use-live.ts";
import type { FormName } from "#components/referral/acts/act-forms.tsx";
import { ActPanel } from "#components/referral/acts/act-panel.tsx";
import { ReferralCalling } from "#components/referral/referral-calling.tsx";
import { ReferralProvider, useReferral } from "#components/referral/referral-context.tsx";
import { ReferralHead } from "#components/referral/referral-head.tsx";
import { ReferralSituation } from "#components/referral/referral-situation.tsx";
import { ReferralTimeline } from "#components/referral/referral-timeline.tsx";
import { ReferralWay } from "#components/referral/referral-way.tsx";
import { useOpened } from "#components/referral/use-opened.ts";
import { WhoSees } from "#components/referral/who-sees.tsx";
import type { ReferralWords } from "#components/referral/words.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import { type Packed, unpack } from "#lib/packed.ts";
import type { ReferralView as View } from "#lib/referral/referral-view.ts";

export type ReferralViewProps = {
  view: View;
  words: Packed<ReferralWords>;
  locale: Locale;
  /** "page": two columns on the desk · "panel": one column, beside a list. */
  layout?: "page" | "panel";
  /** The page has one h1; in a panel beside a list the code is an h2. */
  heading?: "h1" | "h2";
  /** The act whose form it opens with, where that can be done. */
  begin?: FormName | undefined;
  /** Reads the referral anew after an act or a lost race; without it the page itself is read anew. */
  onChanged?: () => void;
};

/**
 * One referral, and what the reader may do with it. On the phone: state, actions, situation, chain, timeline; on the desk
 * the actions stand on the right. It stands below `Toasts`.
 */
export function ReferralView(props: ReferralViewProps) {
  const { view, words, locale, layout = "page", heading = "h1", begin, onChanged } = props;
  return (
    <ReferralProvider view={view} words={unpack(words)} locale={locale} onChanged={onChanged}>
      <Opening />
      {layout === "page" && <Refreshing />}
      <article className="referral" data-layout={layout} aria-busy={useUnready()}>
        <ReferralHead heading={heading} />
        <div className="referral-acts stack">
          <ReferralCalling />
          <ActPanel key={view.code} begin={begin} />
        </div>
        <div className="referral-rest stack" data-gap="wide">
          <ReferralSituation />
          <ReferralWay />
          <ReferralTimeline />
          <WhoSees key={view.code} />
        </div>
      </article>
    </ReferralProvider>
  );
}

function Opening() {
  useOpened();
  return null;
}

/** A page of its own looks again when something has happened; a panel does so with its list. */
function Refreshing() {
  const { changed } = useReferral();
  useLive(changed);
  return null;
}
