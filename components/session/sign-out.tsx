"use client";

import { WhoseField } from "#components/form/whose-page.tsx";
import { tellTabs } from "#components/session/session-clock.ts";
import { Button } from "#components/ui/button.tsx";

/** Logs out. A plain form, so that it works everywhere; the other tabs are covered at once. */
export function SignOut({ label }: { label: string }) {
  return (
    <form method="post" action="/api/sign-out" onSubmit={() => tellTabs("out")}>
      <WhoseField />
      <Button type="submit" kind="quiet">
        {label}
      </Button>
    </form>
  );
}
