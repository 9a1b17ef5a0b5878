import type { ReferralWords } from "#components/referral/words.ts";
import { whenWords } from "#components/referral/words.ts";
import { Facts } from "#components/ui/facts.tsx";
import type { Locale } from "#lib/calendar/show-day.ts";
import { fill } from "#lib/fill.ts";
import { type AccessView, type LookView, levels } from "#lib/referral/access-view.ts";

type Props = { access: AccessView; words: ReferralWords; locale: Locale };

/** Who can see it, by how much, and who has looked: on the screen and on paper. */
export function AccessFacts({ access, words, locale }: Props) {
  const t = words.referral.access;
  const seers = levels.flatMap((level) => {
    const posts = access.seers.filter((seer) => seer.level === level);
    return posts.length === 0 ? [] : [{ level, posts }];
  });
  return (
    <>
      <section className="stack access keep">
        <h3>{t.seers}</h3>
        <Facts
          facts={seers.map(({ level, posts }) => ({
            name: t.levels[level],
            value: (
              <ul>
                {[...new Set(posts.map(({ post, mine }) => (mine ? fill(t.mine, { post }) : post)))].map((post) => (
                  <li key={post}>{post}</li>
                ))}
              </ul>
            ),
          }))}
        />
        <p className="hint">{t.deputy}</p>
      </section>
      <section className="stack access">
        <h3>{t.looks}</h3>
        {access.looks.length === 0 && <p>{t.noLooks}</p>}
        <Facts
          facts={byWhen(access.looks, words, locale).map(([when, looks]) => ({
            name: when,
            value: (
              <ul>
                {looks.map(({ posts, kind, times }) => (
                  <li key={`${posts.join()} ${kind}`}>
                    {fill(times === 1 ? t.once : t.often, {
                      posts: posts.join(" · ") || t.nobody,
                      what: t.kinds[kind],
                      times: String(times),
                    })}
                  </li>
                ))}
              </ul>
            ),
          }))}
        />
        <p className="hint screen-only">{t.looksHint}</p>
      </section>
    </>
  );
}

/** The looks of one day or week together, in the order they come in; those of one kind by the same posts are counted once. */
function byWhen(looks: readonly LookView[], words: ReferralWords, locale: Locale): [string, LookView[]][] {
  const groups = new Map<string, LookView[]>();
  for (const look of looks) {
    const when = whenWords(look.when, words, locale);
    const group = groups.get(when) ?? [];
    const same = group.findIndex(({ posts, kind }) => kind === look.kind && posts.join() === look.posts.join());
    const before = group[same];
    if (before) group[same] = { ...before, times: before.times + look.times };
    else group.push(look);
    groups.set(when, group);
  }
  return [...groups];
}
