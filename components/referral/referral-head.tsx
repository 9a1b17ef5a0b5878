"use client";

import { AlsoHere } from "#components/referral/also-here.tsx";
import { useReferral } from "#components/referral/referral-context.tsx";
import { leftWords, markWords, say, shapeOf } from "#components/referral/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { showDay } from "#lib/calendar/show-day.ts";
import { fill, sideBySide } from "#lib/fill.ts";
import { markOf } from "#lib/referral/line.ts";
import type { ClockView } from "#lib/referral/referral-view.ts";

/** Code, service and state; who has it, whom it waits for, and both clocks. */
export function ReferralHead({ heading: Heading }: { heading: "h1" | "h2" }) {
  const { view, words, locale } = useReferral();
  const t = words.referral;
  const { holder, waitsFor, mark, callInstead } = view;
  const named = (post: string, mine: boolean) => (mine ? fill(t.withYou, { post }) : post);
  return (
    <header className="stack referral-head">
      <div>
        <Heading className="referral-code" tabIndex={-1}>
          <span className="unseen">{`${t.code} `}</span>
          <span className="code">{view.code}</span>
        </Heading>
        <p className="lead">{view.service}</p>
      </div>
      <div className="actions">
        {mark && <StateMark state={shapeOf(mark.state)}>{markWords(mark, words, locale)}</StateMark>}
        {view.urgent && <Tag>{t.urgent}</Tag>}
        {view.discussion && <Tag>{t.discussion}</Tag>}
        {view.onAgenda && <Tag>{t.onAgenda}</Tag>}
      </div>
      <AlsoHere />
      {view.sees === "part" && <p>{t.part}</p>}
      {(view.sees === "overview" || view.sees === "unit") && <p className="hint">{t.overview}</p>}
      {callInstead && (
        <Banner kind="urgent">
          <p>{say(t.callInsteadTo, { post: callInstead.label })}</p>
          {callInstead.phone && (
            <p>
              <strong>{fill(t.callInstead, { phone: callInstead.phone })}</strong>
            </p>
          )}
        </Banner>
      )}
      <Facts
        facts={[
          {
            name: view.status === "open" ? t.liesWith : t.layWith,
            value: holder && fill(t.since, { post: named(holder.label, holder.mine), week: String(holder.week) }),
          },
          {
            name: t.waitsFor,
            value: waitsFor && sideBySide([named(waitsFor.label, waitsFor.mine), t.waits[waitsFor.wait]]),
          },
          { name: t.assigned, value: view.assigned },
          ...view.clocks.map((clock) => ({ name: clockName(clock, t), value: <ClockValue clock={clock} /> })),
          { name: t.delivered, value: view.deliveredOn && showDay(view.deliveredOn, locale) },
          {
            name: t.outcome,
            value: view.outcome && sideBySide([view.outcome.outcome, ...view.outcome.means]),
          },
        ]}
      />
    </header>
  );
}

function clockName({ whose, wait }: ClockView, t: ReturnType<typeof useReferral>["words"]["referral"]): string {
  if (whose !== "holder") return t.whose[whose];
  return wait in t.clock ? t.clock[wait as keyof typeof t.clock] : t.whose.holder;
}

/** The day and how long is left; its shape and colour only where it presses. */
function ClockValue({ clock: { due, left, state, stopped } }: { clock: ClockView }) {
  const { words, locale } = useReferral();
  const t = words.referral;
  if (stopped !== null) return <span>{stopped === 1 ? t.stoppedOne : fill(t.stopped, { days: String(stopped) })}</span>;
  if (!due) return <span>{t.noDue}</span>;
  const line = left
    ? fill(t.dueLine, { day: showDay(due, locale), left: leftWords(left, words.state) })
    : showDay(due, locale);
  return state === "in_time" ? <span>{line}</span> : <StateMark state={markOf[state]}>{line}</StateMark>;
}
