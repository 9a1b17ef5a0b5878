"use client";

import { useReferral } from "#components/referral/referral-context.tsx";
import { Stations } from "#components/ui/stations.tsx";
import { fill } from "#lib/fill.ts";

/** The chain of handovers as a line of stations. Nothing to draw for whoever sees only a part. */
export function ReferralWay() {
  const { view, words } = useReferral();
  const t = words.referral;
  if (view.stations.length === 0) return null;
  return (
    <section className="stack">
      <h2>{t.chain}</h2>
      <Stations
        label={t.chain}
        stations={view.stations.map(({ key, label, state, note, week }) => ({
          key,
          name: label,
          state,
          note: week === null ? t.station[note] : fill(t.inWeek, { note: t.station[note], week: String(week) }),
        }))}
      />
    </section>
  );
}
