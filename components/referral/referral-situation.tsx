"use client";

import { Fragment } from "react";
import { useReferral } from "#components/referral/referral-context.tsx";
import type { ReferralWords } from "#components/referral/words.ts";
import { Facts } from "#components/ui/facts.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import { fill, sideBySide } from "#lib/fill.ts";
import type { ConsentView } from "#lib/referral/referral-view.ts";

/** One unit's consent in a sentence. */
export function consentWords({ unit, name, expiresOn, covers }: ConsentView, words: ReferralWords, locale: Locale) {
  const t = words.referral.consents;
  const key = name === "oral" && !covers ? "expired" : name;
  return fill(t[key], { unit, day: expiresOn ? showDay(expiresOn, locale) : "" });
}

/** The same resident's other needs, and a new one; the origin's alone. */
function SameResident({ codes }: { codes: readonly string[] }) {
  const { view, words } = useReferral();
  const t = words.referral;
  return (
    <div className="actions screen-only">
      {codes.length > 0 && (
        <p>
          <span>{`${t.sameResident}:`}</span>{" "}
          {codes.map((code) => (
            <Fragment key={code}>
              <PageLink className="code" href={`/referrals/${plain(code)}`}>
                {code}
              </PageLink>{" "}
            </Fragment>
          ))}
        </p>
      )}
      <LinkButton kind="quiet" href={`/referrals/new?same=${plain(view.code)}`}>
        {t.newNeed}
      </LinkButton>
    </div>
  );
}

const plain = (code: string) => code.replace("-", "");

/** What is seen of the resident's situation, what the resident has said yes to, and the note. */
export function ReferralSituation() {
  const { view, words, locale } = useReferral();
  const t = words.referral;
  const { matter, consents, feedback } = view;
  const consent = consents.map((each) => <p key={each.unit}>{consentWords(each, words, locale)}</p>);
  if (!matter && view.sees === "facts")
    return (
      <section className="stack">
        <h2>{t.situation}</h2>
        <p>{t.hiddenMatterNew}</p>
        {consent}
      </section>
    );
  if (!matter) return null;
  return (
    <section className="stack">
      <h2>{t.situation}</h2>
      {matter.note && <blockquote className="note">{matter.note}</blockquote>}
      <Facts
        facts={[
          { name: t.situations, value: sideBySide(matter.situations) },
          ...matter.answers.map(({ question, answer }) => ({ name: question, value: answer })),
          { name: t.letterOn, value: matter.letterOn && showDay(matter.letterOn, locale) },
          { name: t.payBy, value: matter.payBy && showDay(matter.payBy, locale) },
          { name: t.contact, value: matter.contact && t.contacts[matter.contact] },
          { name: t.consent, value: consent.length > 0 ? consent : null },
          { name: t.feedback, value: feedback && t.feedbackIs[feedback] },
        ]}
      />
      {matter.corrected !== null && <p className="hint">{fill(t.corrected, { week: String(matter.corrected) })}</p>}
      {view.sameResident && <SameResident codes={view.sameResident} />}
    </section>
  );
}
