import type { ReactNode } from "react";
import type { IconName } from "#components/ui/icon.tsx";
import { Icon } from "#components/ui/icon.tsx";

export type BannerKind = "info" | "warning" | "urgent" | "offline" | "done";

const ICONS: Record<BannerKind, IconName> = {
  info: "info",
  warning: "warning",
  urgent: "warning",
  offline: "warning",
  done: "check",
};

/** Something the reader should know before going on. `live` says it aloud when it appears. */
export function Banner({
  kind = "info",
  live = false,
  children,
}: {
  kind?: BannerKind;
  live?: boolean;
  children: ReactNode;
}) {
  return (
    <div className="banner" data-kind={kind} role={live ? "alert" : undefined}>
      <Icon name={ICONS[kind]} />
      <div>{children}</div>
    </div>
  );
}
