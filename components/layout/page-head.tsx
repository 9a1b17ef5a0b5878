import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";
import { PageLink } from "#components/ui/page-link.tsx";

/** The head of a page: where one came from, its one h1, a line about it, and what one can do here. */
export function PageHead({
  title,
  lead,
  back,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  back?: { href: string; label: string };
  children?: ReactNode;
}) {
  return (
    <header className="page-head">
      <div>
        {back && (
          <PageLink className="back" href={back.href}>
            <Icon name="back" />
            <span>{back.label}</span>
          </PageLink>
        )}
        <h1>{title}</h1>
        {lead && <div className="lead">{lead}</div>}
      </div>
      {children && <div className="actions">{children}</div>}
    </header>
  );
}
