import { OpenPostLine } from "#components/contacts/open-post-line.tsx";
import type { PeopleWords } from "#components/people/words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageLink } from "#components/ui/page-link.tsx";
import { StateMark } from "#components/ui/state-mark.tsx";
import { type Column, Table } from "#components/ui/table.tsx";
import { type Locale, showDay } from "#lib/calendar/show-day.ts";
import type { OpenPost, PeopleView, PersonLine, Unreached } from "#lib/directory/people-view.ts";
import { fill } from "#lib/fill.ts";

type Props = { words: PeopleWords; locale: Locale };

/** Posts that nobody looks after come first: somebody is to be appointed. */
export function OpenPosts({ open, words, locale }: Props & { open: readonly OpenPost[] }) {
  if (open.length === 0) return null;
  const t = words.people;
  const lines = (
    <ul className="lines">
      {open.map((post) => (
        <li key={post.id}>
          <OpenPostLine post={post} words={words.standing} locale={locale} />
        </li>
      ))}
    </ul>
  );
  return (
    <section className="stack">
      <h2>{t.open}</h2>
      {open.length > inSight ? (
        <Disclosure label={fill(t.openCount, { count: String(open.length) })}>{lines}</Disclosure>
      ) : (
        lines
      )}
    </section>
  );
}

/** People whom the newest mail did not reach: they hear of nothing until somebody does something about it. */
export function UnreachedPeople({ unreached, words, locale }: Props & { unreached: readonly Unreached[] }) {
  if (unreached.length === 0) return null;
  const t = words.people;
  return (
    <section className="stack">
      <h2>{t.unreached}</h2>
      <ul className="lines">
        {unreached.map(({ id, name, why, on }) => (
          <li key={id}>
            <p>
              <PageLink href={`/admin/people/${id}`}>{name}</PageLink>{" "}
              <StateMark state="late">{fill(t.unreachedWhy[why], { day: showDay(on, locale) })}</StateMark>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

const inSight = 4;

/** Everybody one keeps, by name, with what they hold. */
export function PeopleList({ view, words, locale }: Props & { view: PeopleView }) {
  const t = words.people;
  if (view.people.length + view.gone.length === 0) return <EmptyState text={t.nobody} />;
  return (
    <>
      <PeopleTable people={view.people} caption={t.all} words={words} locale={locale} />
      {view.gone.length > 0 && (
        <Disclosure label={fill(t.gone, { count: String(view.gone.length) })}>
          <PeopleTable people={view.gone} caption={t.goneTitle} words={words} locale={locale} />
        </Disclosure>
      )}
    </>
  );
}

function PeopleTable({ people, caption, words, locale }: Props & { people: readonly PersonLine[]; caption: string }) {
  const t = words.people;
  const columns: Column<PersonLine>[] = [
    { key: "name", head: t.name, names: true, cell: ({ name }) => name },
    {
      key: "posts",
      head: t.posts,
      cell: ({ posts }) =>
        posts.length > 0
          ? posts.map(({ label, deputy }) => (deputy ? fill(t.deputyOf, { post: label }) : label)).join(" · ")
          : t.noPosts,
    },
    {
      key: "away",
      head: t.state,
      cell: ({ awayUntil, leftOn }) => {
        if (leftOn) return fill(t.leftOn, { day: showDay(leftOn, locale) });
        return awayUntil ? (
          <StateMark state="hold">{fill(t.awayUntil, { day: showDay(awayUntil, locale) })}</StateMark>
        ) : (
          t.here
        );
      },
    },
  ];
  return (
    <Table
      caption={caption}
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      href={({ id }) => `/admin/people/${id}`}
    />
  );
}
