import type { ButtonHTMLAttributes } from "react";
import type { IconName } from "#components/ui/icon.tsx";
import { Icon } from "#components/ui/icon.tsx";

/** How loud a button is. One primary on a screen; danger only for what hurts to do by mistake. */
export type ButtonKind = "primary" | "secondary" | "quiet" | "danger";

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & {
  kind?: ButtonKind;
  icon?: IconName;
  /** Something is on its way: the button keeps its words and its focus, and a second press does nothing. */
  busy?: boolean;
  /** Of a dialog that says one thing or another: the case in which it is there. */
  "data-when"?: string;
  /** As wide as what holds it. */
  wide?: boolean;
};

/** A button with a verb on it. `type` is "button" unless said otherwise, so that none submits by accident. */
export function Button({
  kind = "secondary",
  icon,
  busy = false,
  wide = false,
  children,
  onClick,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className="button"
      data-kind={kind}
      data-busy={busy ? "" : undefined}
      data-wide={wide ? "" : undefined}
      aria-disabled={busy || rest["aria-disabled"] ? true : undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon ? (
        <>
          <Icon name={icon} />
          <span>{children}</span>
        </>
      ) : (
        children
      )}
    </button>
  );
}
