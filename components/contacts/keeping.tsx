import { randomUUID } from "node:crypto";
import { CheckEntry } from "#components/contacts/check-entry.tsx";
import { type ContactWords, presenceLine } from "#components/contacts/words.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { OpenPost } from "#lib/directory/people-view.ts";

type Props = {
  keeping: { entries: readonly { post: string; label: string }[]; open: readonly OpenPost[] };
  words: ContactWords;
  locale: Locale;
};

/** What somebody is asked to see to besides referrals: posts that nobody looks after, and once a year their own entry. */
export function Keeping({ keeping: { entries, open }, words, locale }: Props) {
  if (entries.length + open.length === 0) return null;
  const t = words.contacts;
  return (
    <section className="stack keeping">
      <h2>{t.keeping}</h2>
      <ul className="lines">
        {open.map(({ id, label, state, until }) => (
          <li key={id}>
            <p>
              <span>{label}</span>{" "}
              <StateMark state="last">
                {presenceLine({ presence: state, until, deputies: [] }, words.standing, locale)}
              </StateMark>
            </p>
            <LinkButton href="/admin/people">{t.appoint}</LinkButton>
          </li>
        ))}
        {entries.map(({ post, label }) => (
          <li key={post}>
            <CheckEntry post={post} label={label} words={words} intent={randomUUID()} />
          </li>
        ))}
      </ul>
    </section>
  );
}
