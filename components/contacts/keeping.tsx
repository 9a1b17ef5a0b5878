import { randomUUID } from "node:crypto";
import { CheckEntry } from "#components/contacts/check-entry.tsx";
import { OpenPostLine } from "#components/contacts/open-post-line.tsx";
import type { ContactWords } from "#components/contacts/words.ts";
import { LinkButton } from "#components/ui/link-button.tsx";
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
        {open.map((post) => (
          <li key={post.id}>
            <OpenPostLine post={post} words={words.standing} locale={locale} />
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
