import { PageLink } from "#components/ui/page-link.tsx";
import { loadWords, spanWords } from "#components/units/telling.ts";
import type { UnitsWords } from "#components/units/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { Locale } from "#lib/calendar/show-day.ts";
import type { KeptPost, KeptUnit } from "#lib/directory/units-view.ts";
import { fill } from "#lib/fill.ts";

type Props = {
  units: readonly KeptUnit[];
  posts: readonly KeptPost[];
  /** Under which unit: null for those that lie under none. */
  parent?: string | null;
  today: Day;
  words: UnitsWords["units"];
  locale: Locale;
};

/** Units as they lie in each other, each with its posts and with how much is open there. */
export function UnitTree({ parent = null, ...rest }: Props) {
  const { units, posts, today, words, locale } = rest;
  const shown = new Set(units.map(({ id }) => id));
  const here = units.filter((unit) => (unit.parent && shown.has(unit.parent) ? unit.parent : null) === parent);
  if (here.length === 0) return null;
  return (
    <ul className="tree">
      {here.map((unit) => (
        <li key={unit.id}>
          <PageLink href={`/admin/units/${unit.id}`}>{unit.name}</PageLink>
          <p className="hint">{`${words.kinds[unit.kind]} · ${spanWords(unit, { today, words, locale })}`}</p>
          {unit.with.length > 0 && <p className="hint">{fill(words.owners.also, { names: unit.with.join(", ") })}</p>}
          <ul>
            {posts
              .filter((post) => post.unit === unit.id)
              .map((post) => (
                <li key={post.id}>
                  {[
                    post.name[locale],
                    post.to ? spanWords(post, { today, words, locale }) : null,
                    loadWords(post, words),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </li>
              ))}
          </ul>
          <UnitTree {...rest} parent={unit.id} />
        </li>
      ))}
    </ul>
  );
}
