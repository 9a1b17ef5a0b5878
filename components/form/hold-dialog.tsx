"use client";

import { useEffect } from "react";
import { holdPage, holdDialog as id } from "#components/form/hold-page.ts";
import { useUnready } from "#components/form/use-unready.ts";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";

export type HoldWords = Record<
  "title" | "kept" | "lost" | "offlineTitle" | "offline" | "stay" | "keep" | "drop",
  string
>;

/**
 * Holds this page back, and asks before it is left with answers that nobody has received, from the moment that its scripts
 * have come: the network may be gone the next.
 */
export function HoldDialog({ words }: { words: HoldWords }) {
  const unready = useUnready();
  useEffect(holdPage, []);
  if (unready) return null;
  return (
    <dialog
      className="session hold"
      id={id}
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
    >
      <form method="dialog">
        <div id={`${id}-title`}>
          <h2 data-when="online">{words.title}</h2>
          <h2 data-when="offline">{words.offlineTitle}</h2>
        </div>
        <div id={`${id}-text`}>
          <p data-when="link">{words.kept}</p>
          <p data-when="form">{words.lost}</p>
          <p data-when="offline">{words.offline}</p>
        </div>
        <Actions>
          <Button type="submit" kind="primary" value="stay">
            {words.stay}
          </Button>
          <Button type="submit" value="keep" data-when="link">
            {words.keep}
          </Button>
          <Button type="submit" kind="quiet" value="drop" data-when="online">
            {words.drop}
          </Button>
        </Actions>
      </form>
    </dialog>
  );
}
