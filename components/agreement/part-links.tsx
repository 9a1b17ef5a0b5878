import { partHref, type partsOf } from "#components/agreement/revision-parts.ts";
import { PageLink } from "#components/ui/page-link.tsx";

/** The pieces of a draft, each on a page of its own. */
export function PartLinks({ parts, title }: { parts: ReturnType<typeof partsOf>; title: string }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      {parts.map(({ id, title: heading, parts: inside }) => (
        <div className="stack" id={id} key={id}>
          <h3>{heading}</h3>
          <ul className="part-links">
            {inside.map(({ key, label }) => (
              <li key={key}>
                <PageLink href={partHref(key)}>{label}</PageLink>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
