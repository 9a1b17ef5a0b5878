"use client";

import { Suspense, useState } from "react";
import { ProposeTime } from "#components/referral/acts/lazy-forms.ts";
import { useTaps } from "#components/referral/acts/use-taps.ts";
import { type ReferralShown, useReferral } from "#components/referral/referral-context.tsx";
import { consentWords } from "#components/referral/referral-situation.tsx";
import { say, whenWords } from "#components/referral/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { Facts } from "#components/ui/facts.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { showDay } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import type { CallingView } from "#lib/referral/referral-view.ts";

/** After Overtag: the two find each other on the telephone, where the name is said. Never here. */
export function ReferralCalling() {
  const shown = useReferral();
  const { view, words, locale } = shown;
  const { calling } = view;
  const { tap, busy, says } = useTaps();
  if (!calling) return null;
  const t = words.referral.calling;
  const { i, label, halves, consent } = calling;
  const [first, second] = halves;
  const covers = consent?.covers ?? false;
  const kinds = view.offers.call?.kinds ?? [];
  const tell = (kind: "no_answer" | "here_now") =>
    tap({ act: "call", name: kind, values: { what: kind }, done: say(words.acts.call.done[kind], { post: label }) });
  return (
    <section className="panel stack calling" aria-labelledby={`next-${view.code}`}>
      <h2 id={`next-${view.code}`} tabIndex={-1}>
        {i === "taker" ? t.title : say(t.titleOrigin, { post: label })}
      </h2>
      {!covers && (
        <Banner kind="urgent">
          <p>
            <strong>{t.noConsent}</strong>
          </p>
        </Banner>
      )}
      <Tried shown={shown} calling={calling} />
      <Phone shown={shown} calling={calling} />
      <p className="halves">
        {i === "taker" ? (
          <>
            <span>{t.halvesFirst}</span> <strong className="code">{first}</strong>
            <span>{` · ${t.halvesThen}`}</span> <strong className="code">{second}</strong>
          </>
        ) : (
          fill(t.halvesOrigin, { first, second })
        )}
      </p>
      <ul className="bullets">
        {consent && covers && <li>{consentWords(consent, words, locale)}</li>}
        {calling.contact && <li>{i === "taker" ? t[calling.contact] : t[`${calling.contact}Origin`]}</li>}
        {i === "taker" && <li>{t.ask}</li>}
        {i === "origin" && covers && <li>{t.codeOnForm}</li>}
      </ul>
      <div className="actions">
        {view.offers.identity && (
          <Button
            kind={i === "taker" ? "primary" : "secondary"}
            busy={busy === "identity"}
            onClick={() => tap({ act: "identity", values: { on: view.today }, done: words.acts.identity.done })}
          >
            {words.acts.identity.do}
          </Button>
        )}
        {(["no_answer", "here_now"] as const)
          .filter((kind) => kinds.includes(kind))
          .map((kind) => (
            <Button key={kind} busy={busy === kind} onClick={() => tell(kind)}>
              {words.acts.call[kind]}
            </Button>
          ))}
      </div>
      {says && (
        <Banner kind="warning" live>
          <p>{says}</p>
        </Banner>
      )}
      {kinds.includes("propose_time") && (
        <Disclosure label={words.acts.call.propose_time} key={view.events[0]?.key}>
          <Suspense>
            <ProposeTime />
          </Suspense>
        </Disclosure>
      )}
      {i === "taker" && <JournalLine shown={shown} calling={calling} />}
    </section>
  );
}

type Part = { shown: ReferralShown; calling: CallingView };

/** What the two tried last. */
function Tried({ shown: { words, locale }, calling: { hereNow, proposed, noAnswer, label } }: Part) {
  const t = words.referral.calling;
  const says = hereNow
    ? say(t.hereNow, { post: label })
    : proposed
      ? say(proposed.mine ? t.proposedMine : t.proposed, {
          post: proposed.by,
          day: showDay(proposed.on, locale),
          part: t.part[proposed.part],
        })
      : noAnswer
        ? say(noAnswer.mine ? t.noAnswerMine : t.noAnswer, {
            post: noAnswer.by,
            when: whenWords(noAnswer.when, words, locale),
          })
        : null;
  if (!says) return null;
  return (
    <Banner kind={hereNow ? "warning" : "info"}>
      <p>{says}</p>
    </Banner>
  );
}

function Phone({ shown: { view, words, locale }, calling }: Part) {
  const t = words.referral.calling;
  const { phone, hours, people, label, i } = calling;
  const names = people.map(({ name, deputy }) => (deputy ? fill(t.deputy, { name }) : name)).join(", ");
  const clock = (time: string) => time.replace(":", ".");
  const open = hours && {
    day: showDay(hours.day, locale),
    from: clock(hours.from),
    to: clock(hours.to),
  };
  return (
    <>
      {phone ? (
        <a
          className="button"
          data-kind={i === "origin" ? "primary" : "secondary"}
          href={`tel:+45${phone.replaceAll(" ", "")}`}
        >
          <Icon name="phone" />
          <span>{fill(i === "origin" ? t.ringNow : t.ring, { phone })}</span>
        </a>
      ) : (
        <p>{fill(t.noPhone, { post: label })}</p>
      )}
      {i === "taker" && <p>{label}</p>}
      <p className="hint">
        {[
          people.length > 0 ? fill(t.people, { people: names }) : t.nobody,
          ...(open && hours ? [fill(hours.day === view.today ? t.hoursToday : t.hoursNext, open)] : []),
          "",
        ]
          .join(". ")
          .trim()}
      </p>
    </>
  );
}

/** A line for the municipality's own journal; it holds nothing of the resident. */
function JournalLine({ shown: { view, words, locale }, calling }: Part) {
  const t = words.referral.calling;
  const [copied, setCopied] = useState(false);
  const { consent, acceptedOn, label } = calling;
  const line = fill(t.journalLine, {
    code: view.code,
    service: view.service,
    day: acceptedOn ? formatDanishDate(acceptedOn) : "",
    post: label,
    consent: consent ? consentWords(consent, words, locale) : "",
  }).trim();
  const copy = () =>
    void navigator.clipboard.writeText(line).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <Facts
      facts={[
        {
          name: t.journal,
          value: (
            <>
              <span className="journal-line">{line}</span>{" "}
              <Button kind="quiet" onClick={copy}>
                <span aria-live="polite">{copied ? t.copied : t.copy}</span>
              </Button>
            </>
          ),
        },
      ]}
    />
  );
}
