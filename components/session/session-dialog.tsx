"use client";

import { type ComponentProps, useEffect, useRef, useSyncExternalStore } from "react";
import { KeyButton } from "#components/account/key-button.tsx";
import { useFreshness } from "#components/live/use-live.ts";
import {
  askNow,
  belongsTo,
  type Clock,
  clockAtFirst,
  clockNow,
  extend,
  goOnAsOther,
  heed,
  tellTabs,
  watchClock,
} from "#components/session/session-clock.ts";
import { Actions } from "#components/ui/actions.tsx";
import { Button } from "#components/ui/button.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";

export type SessionWords = {
  soonTitle: string;
  soon: string;
  stay: string;
  lastTitle: string;
  last: string;
  heed: string;
  overTitle: string;
  over: string;
  withKey: string;
  logIn: string;
  otherTitle: string;
  other: string;
  goOn: string;
  key: ComponentProps<typeof KeyButton>["words"];
};

export type SessionDialogProps = { whose: string; quiet?: boolean; words: SessionWords };

/** The tab in which one logs in again, and which then closes itself. */
const loginTab = "brobyg-login";
/** Also where somebody else is logged in now. */
const loginAgain = "/login?again";

/**
 * Says five minutes before a session ends that it will, and covers the page when it has. What stands on the page stays as it
 * is under the cover: whoever comes back goes on in the same field. On the wall (`quiet`) it says only that somebody else
 * is logged in now.
 */
export function SessionDialog({ whose, quiet = false, words }: SessionDialogProps) {
  // Before anything is heard of other tabs.
  useEffect(() => belongsTo(whose), [whose]);
  const now = useSyncExternalStore(watchClock, clockNow, clockAtFirst);
  const clock = quiet && now.kind !== "other" ? clockAtFirst() : now;
  const signedOut = useFreshness() === "signed-out";
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (signedOut) askNow();
  }, [signedOut]);
  useEffect(closeLoginTab, []);
  useEffect(() => {
    if (clock.kind === "fine") dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  }, [clock]);
  return (
    <dialog
      ref={dialog}
      className="session"
      data-kind={clock.kind}
      role="alertdialog"
      aria-labelledby="session-title"
      aria-describedby="session-text"
      // A key that closes dialogs does here what the button does; a locked one it does not open.
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        if (!event.repeat) putOff(clock);
      }}
      onCancel={(event) => event.preventDefault()}
      onClose={() => clock.kind !== "fine" && dialog.current?.showModal()}
    >
      {clock.kind === "soon" && (
        <>
          <h2 id="session-title">{clock.last ? words.lastTitle : words.soonTitle}</h2>
          <p id="session-text">{(clock.last ? words.last : words.soon).replace("{time}", timeOf(clock.at))}</p>
          <Actions>
            <Button kind="primary" onClick={() => putOff(clock)}>
              {clock.last ? words.heed : words.stay}
            </Button>
          </Actions>
        </>
      )}
      {clock.kind === "over" && (
        <>
          <h2 id="session-title">{words.overTitle}</h2>
          <p id="session-text">{words.over}</p>
          {clock.passkey && (
            <KeyButton
              kind="primary"
              does="show"
              ask={{ action: "/api/login/key/ask", values: { which: "any" } }}
              answer={{ action: "/api/login/key" }}
              words={words.key}
              onDone={askNow}
            >
              {words.withKey}
            </KeyButton>
          )}
          <Actions>
            <LinkButton kind={clock.passkey ? "secondary" : "primary"} href={loginAgain} target={loginTab} rel="opener">
              {words.logIn}
            </LinkButton>
          </Actions>
        </>
      )}
      {clock.kind === "other" && (
        <>
          <h2 id="session-title">{words.otherTitle}</h2>
          <p id="session-text">{words.other}</p>
          <Actions>
            <LinkButton kind="primary" href={loginAgain} target={loginTab} rel="opener">
              {words.logIn}
            </LinkButton>
            <Button onClick={goOnAsOther}>{words.goOn}</Button>
          </Actions>
        </>
      )}
    </dialog>
  );
}

function putOff(clock: Clock): void {
  if (clock.kind !== "soon") return;
  if (clock.last) heed();
  else void extend();
}

/** Whoever logged in in a tab of its own goes back to the page that waits. */
function closeLoginTab(): void {
  if (window.name !== loginTab) return;
  tellTabs("back");
  if (window.opener) window.close();
}

/** As Danes write it, and as the municipality's clocks stand. */
const timeOf = (at: number): string =>
  new Intl.DateTimeFormat("da-DK", { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Copenhagen" }).format(at);
