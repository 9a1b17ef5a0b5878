"use client";

import { type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from "react";
import type { FormName } from "#components/referral/acts/act-forms.tsx";
import { type ActName, type ActOrder, orderActs } from "#components/referral/acts/act-order.ts";
import { ActForm, fetchForms } from "#components/referral/acts/lazy-forms.ts";
import { ActedContext, type Tap, useTaps } from "#components/referral/acts/use-taps.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { type ReferralWords, say } from "#components/referral/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { fill } from "#lib/fill.ts";
import type { Offers } from "#lib/referral/referral-view.ts";

const oneTap = ["accept", "drop", "resume", "agenda", "journal"] as const;
const isOneTap = (act: ActName): act is (typeof oneTap)[number] => (oneTap as readonly string[]).includes(act);

function tapOf(act: ActName, offers: Offers, t: ReferralWords["acts"]): Tap | null {
  if (isOneTap(act)) return { act, done: t[act].done };
  if (act !== "give_back" || !offers.give_back) return null;
  const { to, label } = offers.give_back;
  return { act: "send", name: act, values: { to }, done: fill(t.give_back.done, { post: label }) };
}

/** What stands on the button of an act. */
export function actLabel(act: ActName, offers: Offers, t: ReferralWords["acts"]): string {
  if (act === "accept") return offers.accept?.discussion ? t.accept.anonymous : t.accept.do;
  if (act === "send") return offers.send?.passOn ? t.send.passOn : t.send.do;
  if (act === "confirm") return fill(t.confirm.do, { post: offers.confirm?.to ?? "" });
  if (act === "give_back") return fill(t.give_back.do, { post: offers.give_back?.label ?? "" });
  if (act === "call") return t.call.propose_time;
  return t[act].do;
}

/** What stands above the opened form of an act: the question it answers. */
function leadOf(act: FormName, offers: Offers, t: ReferralWords["acts"]): string {
  const { confirm, answer } = offers;
  if (act === "confirm" && confirm)
    return say(confirm.reason ? t.confirm.leadReason : t.confirm.lead, {
      by: confirm.by,
      to: confirm.to,
      reason: confirm.reason ?? "",
    });
  if (act === "answer") return answer?.question ?? t.answer.do;
  return "lead" in t[act] ? (t[act] as { lead: string }).lead : actLabel(act, offers, t);
}

/**
 * What the reader may do now, each opening in place. What was opened stays open with what is typed in it when somebody
 * else was first, also where it can no longer be done.
 */
export function ActPanel({ begin }: { begin?: FormName | undefined }) {
  const { view, words } = useReferral();
  const [open, setOpen] = useState<{ act: FormName; offers: Offers } | undefined>(
    begin && view.offers[begin] !== undefined ? { act: begin, offers: view.offers } : undefined,
  );
  const heading = useRef<HTMLHeadingElement>(null);
  const acted = useRef(false);
  const close = useCallback(() => {
    acted.current = true;
    setOpen(undefined);
  }, []);

  useEffect(fetchForms, []);

  useEffect(() => {
    // What one's own act has made is on the screen now: the reader is led to what comes next.
    if (!acted.current) return;
    acted.current = false;
    (document.getElementById(`next-${view.code}`) ?? heading.current)?.focus();
  }, [view]);

  if (view.sees !== "whole" && view.sees !== "facts") return null;
  const order = orderActs(view);
  const nothing = !order.primary && order.row.length === 0 && order.more.length === 0;
  const offers = open && view.offers[open.act] === undefined ? open.offers : view.offers;
  const opened = open && <OpenedAct key={open.act} act={open.act} offers={offers} close={() => setOpen(undefined)} />;
  const toggle = (act: FormName) => setOpen(open?.act === act ? undefined : { act, offers: view.offers });
  return (
    <section className="panel stack screen-only act-panel" aria-labelledby={`acts-${view.code}`}>
      <div>
        <h2 id={`acts-${view.code}`} tabIndex={-1} ref={heading}>
          {words.referral.whatICanDo}
        </h2>
        {view.me && !nothing && <p className="hint">{fill(words.referral.as, { post: view.me })}</p>}
      </div>
      {view.offers.confirm && open?.act !== "confirm" && <p>{leadOf("confirm", view.offers, words.acts)}</p>}
      {view.offers.journal && (
        <div>
          <p>
            <strong>{words.acts.journal.lead}</strong>
          </p>
          <p className="hint">{words.acts.journal.hint}</p>
        </div>
      )}
      {view.offers.answer && open?.act !== "answer" && <Asked asked={view.offers.answer} />}
      {nothing && !open && <p>{words.referral.nothingToDo}</p>}
      <ActedContext value={close}>
        <ActButtons order={order} open={open?.act} toggle={toggle} opened={opened} />
      </ActedContext>
    </section>
  );
}

/** What waits for an answer, in the words it was asked. */
function Asked({ asked: { question, text } }: { asked: NonNullable<Offers["answer"]> }) {
  return (
    <blockquote className="note">
      <p>{question ?? text}</p>
    </blockquote>
  );
}

/** The form of an act, right below its button, brought into sight. */
function OpenedAct({ act, offers, close }: { act: FormName; offers: Offers; close: () => void }) {
  const { view, words } = useReferral();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.scrollIntoView({ block: "nearest" });
    // Opened by a key, there is no button with the focus before it.
    if (!document.activeElement?.matches("button")) box.current?.focus({ preventScroll: true });
  }, []);
  const offer = offers[act];
  if (offer === undefined) return null;
  return (
    <div className="opened stack" id={`opened-${view.code}`} ref={box} tabIndex={-1}>
      <h3>{leadOf(act, offers, words.acts)}</h3>
      {view.offers[act] === undefined && <p className="hint">{words.acts.gone}</p>}
      <Suspense>
        <ActForm act={act} offer={offer} />
      </Suspense>
      <Button kind="quiet" onClick={close}>
        {words.acts.cancel}
      </Button>
    </div>
  );
}

type ButtonsProps = {
  order: ActOrder;
  open: FormName | undefined;
  toggle: (act: FormName) => void;
  opened: ReactNode;
};

function ActButtons({ order, open, toggle, opened }: ButtonsProps) {
  const { view, words } = useReferral();
  const t = words.acts;
  const { tap, busy, says } = useTaps();
  const { primary, row, more } = order;
  const button = (act: ActName, kind: "primary" | "secondary") => {
    const label = actLabel(act, view.offers, t);
    const once = tapOf(act, view.offers, t);
    if (once)
      return (
        <Button key={act} kind={kind} busy={busy === (once.name ?? once.act)} onClick={() => tap(once)}>
          {label}
        </Button>
      );
    return (
      <Button
        key={act}
        kind={kind}
        data-act={act}
        aria-expanded={open === act}
        aria-controls={open === act ? `opened-${view.code}` : undefined}
        onClick={() => toggle(act as FormName)}
      >
        {label}
      </Button>
    );
  };
  const rare = open !== undefined && more.includes(open);
  return (
    <>
      {(primary || row.length > 0) && (
        <div className="actions">
          {/* One primary on the screen: while a form is open, that is the one that sends it. */}
          {primary && button(primary, open ? "secondary" : "primary")}
          {row.map((act) => button(act, "secondary"))}
        </div>
      )}
      {view.offers.accept && !open && (
        <p className="hint">{view.offers.accept.discussion ? t.accept.hint : words.referral.acceptMeans}</p>
      )}
      {says && (
        <Banner kind="warning" live>
          <p>{says}</p>
        </Banner>
      )}
      {!rare && opened}
      {more.length > 0 && (
        <Disclosure label={t.more}>
          <div className="actions">{more.map((act) => button(act, "secondary"))}</div>
        </Disclosure>
      )}
      {rare && opened}
    </>
  );
}
