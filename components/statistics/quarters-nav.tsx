import { PageLink } from "#components/ui/page-link.tsx";

export type QuarterLink = { href: string; label: string; current: boolean };

/** The quarters that have figures: one is looked at at a time, and none is put together with another. */
export function QuartersNav({ label, quarters }: { label: string; quarters: readonly QuarterLink[] }) {
  return (
    <nav className="quarters" aria-label={label}>
      <ul>
        {quarters.map(({ href, label: name, current }) => (
          <li key={href}>
            <PageLink href={href} aria-current={current ? "page" : undefined}>
              {name}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
