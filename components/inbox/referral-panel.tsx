"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import type { InboxWords } from "#components/inbox/words.ts";
import { useLiveList } from "#components/live/use-live-list.ts";
import { ReferralView } from "#components/referral/referral-view.tsx";
import type { ReferralWords } from "#components/referral/words.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import type { Locale } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import type { Packed } from "#lib/packed.ts";
import type { KeyedAct } from "#lib/referral/inbox-view.ts";
import type { ReferralView as View } from "#lib/referral/referral-view.ts";

type Props = {
  initial: View;
  /** The act whose form it opens with, where that can be done. */
  begin: KeyedAct | undefined;
  words: Packed<ReferralWords>;
  labels: Pick<InboxWords["inbox"], "panel" | "whole" | "close">;
  locale: Locale;
  /** The list without it. */
  path: string;
};

/** The referral that stands open beside the list. It refreshes itself, and so does the list when something is done here. */
export function ReferralPanel({ initial, begin, words, labels, locale, path }: Props) {
  const code = initial.code.replace("-", "");
  const router = useRouter();
  const { data, refresh } = useLiveList<View>({
    url: `/api/referrals/${code}`,
    initial,
    // It is no longer ours to see: the page says so.
    onGone: () => router.refresh(),
  });
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // A form that a key has opened has the focus already.
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus({ preventScroll: true });
  }, []);

  return (
    <section className="inbox-panel" ref={panel} tabIndex={-1} aria-label={fill(labels.panel, { code: data.code })}>
      <div className="actions">
        <LinkButton href={`/referrals/${code}`}>{labels.whole}</LinkButton>
        <LinkButton href={path} scroll={false} icon="close">
          {labels.close}
        </LinkButton>
      </div>
      <ReferralView
        view={data}
        words={words}
        locale={locale}
        layout="panel"
        heading="h2"
        begin={begin}
        onChanged={() => void refresh().catch(() => {})}
      />
    </section>
  );
}
