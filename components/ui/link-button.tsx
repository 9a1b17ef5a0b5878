import Link from "next/link";
import type { ComponentProps } from "react";
import type { ButtonKind } from "#components/ui/button.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import { Icon } from "#components/ui/icon.tsx";

/**
 * A link that weighs as much as a button: it goes somewhere and changes nothing. It is not fetched ahead, as no link
 * here is: looks are logged, and only a person looks.
 */
export function LinkButton({
  kind = "secondary",
  icon,
  wide = false,
  children,
  ...rest
}: ComponentProps<typeof Link> & { kind?: ButtonKind; icon?: IconName; wide?: boolean }) {
  return (
    <Link prefetch={false} {...rest} className="button" data-kind={kind} data-wide={wide ? "" : undefined}>
      {icon ? (
        <>
          <Icon name={icon} />
          <span>{children}</span>
        </>
      ) : (
        children
      )}
    </Link>
  );
}
