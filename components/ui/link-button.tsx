import type { ButtonKind } from "#components/ui/button.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { PageLink, type PageLinkProps } from "#components/ui/page-link.tsx";

/** A link that weighs as much as a button: it goes somewhere and changes nothing. */
export function LinkButton({
  kind = "secondary",
  icon,
  wide = false,
  children,
  ...rest
}: PageLinkProps & { kind?: ButtonKind; icon?: IconName; wide?: boolean }) {
  return (
    <PageLink {...rest} className="button" data-kind={kind} data-wide={wide ? "" : undefined}>
      {icon ? (
        <>
          <Icon name={icon} />
          <span>{children}</span>
        </>
      ) : (
        children
      )}
    </PageLink>
  );
}
