import type { ReactNode } from "react";
import { Icon } from "#components/ui/icon.tsx";

/** Something that waits under its heading until asked for. Native: it works before and without scripts. */
export function Disclosure({
  label,
  open = false,
  children,
}: {
  label: ReactNode;
  open?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="disclosure" open={open || undefined}>
      <summary>
        <Icon name="down" />
        <span>{label}</span>
      </summary>
      <div className="inside">{children}</div>
    </details>
  );
}
