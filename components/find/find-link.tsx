"use client";

import { useRouter } from "next/navigation";
import { leaveBy } from "#components/form/unsent.ts";
import { useShortcuts, useShortcutsOn } from "#components/inbox/use-shortcuts.ts";
import { Icon } from "#components/ui/icon.tsx";
import { PageLink } from "#components/ui/page-link.tsx";

/** The field for a code, on the page that finds. */
export const findField = "find-code";

/** The way to the search, from every page; "/" leads there too, or into its field. */
export function FindLink({ label }: { label: string }) {
  const router = useRouter();
  const [on] = useShortcutsOn();
  useShortcuts(
    {
      "/": () => {
        const field = document.getElementById(findField);
        if (field) field.focus();
        else leaveBy(() => router.push("/find"));
      },
    },
    on,
  );
  return (
    <PageLink className="tool" href="/find" aria-label={label} aria-keyshortcuts="/">
      <Icon name="search" />
      <span className="on-desk">{label}</span>
    </PageLink>
  );
}
