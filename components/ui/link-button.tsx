import Link from "next/link";
import type { ComponentProps } from "react";
import type { ButtonKind } from "#components/ui/button.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import { Icon } from "#components/ui/icon.tsx";

/** A link that weighs as much as a button: it goes somewhere and changes nothing. */
export function LinkButton({
  kind = "secondary",
  icon,
  wide = false,
  children,
  ...rest
}: ComponentProps<typeof Link> & { kind?: ButtonKind; icon?: IconName; wide?: boolean }) {
  return (
    <Link {...rest} className="button" data-kind={kind} data-wide={wide ? "" : undefined}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  );
}
