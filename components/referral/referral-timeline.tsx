"use client";

import { useReferral } from "#components/referral/referral-context.tsx";
import type { ReferralWords } from "#components/referral/words.ts";
import { say, whenWords } from "#components/referral/words.ts";
import { Tag } from "#components/ui/tag.tsx";
import { Timeline } from "#components/ui/timeline.tsx";
import { sideBySide } from "#lib/fill.ts";
import type { EventView } from "#lib/referral/referral-view.ts";

/** All that happened, newest first, as far as this reader may know it; one's own posts are marked. */
export function ReferralTimeline() {
  const { view, words, locale } = useReferral();
  const t = words.referral;
  if (view.events.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t.timeline}</h2>
      <Timeline
        label={t.timeline}
        happenings={view.events.map((event) => ({
          key: event.key,
          when: sideBySide([whenWords(event.when, words, locale), event.person]),
          dateTime: "day" in event.when ? event.when.day : event.when.iso,
          sentence: (
            <>
              <span>{sentenceOf(event, words.timeline)}</span> {event.own && <Tag>{t.mine}</Tag>}
            </>
          ),
          aside: event.text,
        }))}
      />
    </section>
  );
}

/** The sentence of one event. A kind that has none yet is told by its name rather than left out. */
export function sentenceOf(event: Pick<EventView, "say" | "values">, words: ReferralWords["timeline"]): string {
  const { undid, ...sentences } = words;
  const sentence = (sentences as Record<string, string>)[event.say] ?? `{post}: ${event.say}`;
  const act = (undid as Record<string, string>)[event.values["undid"] ?? ""] ?? "";
  return say(sentence, { ...event.values, act });
}
