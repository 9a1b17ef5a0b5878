import Link from "next/link";
import type { RevisionWords } from "#components/agreement/words.ts";
import { Banner } from "#components/ui/banner.tsx";
import { fill } from "#lib/fill.ts";

type ListLink = {
  href: string;
  title: string;
  count: number;
  /** What cannot be in it as it stands. */
  flaws: readonly string[];
};

/** The lists of a service, each with how many stand in it, and where it is changed. */
export function ListLinks({ lists, words }: { lists: readonly ListLink[]; words: RevisionWords }) {
  const { service: t } = words.revision;
  return (
    <section className="stack" id="lists">
      <h2>{t.lists}</h2>
      <ul className="part-links">
        {lists.map(({ href, title, count, flaws }) => (
          <li key={href}>
            <Link href={href} prefetch={false}>
              {fill(t.counted, { title, count: String(count) })}
            </Link>
            {flaws.map((flaw) => (
              <Banner key={flaw} kind="warning">
                <p>{flaw}</p>
              </Banner>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
