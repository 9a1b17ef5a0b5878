"use client";

import { useRouter } from "next/navigation";
import { type SyntheticEvent, useRef, useState } from "react";
import { postAct } from "#components/form/post-act.ts";
import { WhoseField } from "#components/form/whose-page.tsx";
import type { InboxWords } from "#components/inbox/words.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import type { InboxFilters } from "#lib/referral/inbox-view.ts";

const action = "/api/views";
const drop = `${action}/remove`;
const move = `${action}/move`;
const undoSeconds = 10;

type Props = {
  filters: InboxFilters;
  /** Where it stands among one's own views; none while it is not kept. */
  stands: { first: boolean; last: boolean } | null;
  /** A key from the server, for what is sent before scripts run. */
  intent: string;
  words: Pick<InboxWords["inbox"], "own" | "undo" | "unsent">;
};

/** Keeps the list as it is narrowed just now, or moves or drops it when it is kept. Without scripts it is a form. */
export function OwnViewBar({ filters, stands, intent, words }: Props) {
  const t = words.own;
  const [busy, setBusy] = useState<string>();
  const [says, setSays] = useState("");
  const router = useRouter();
  const toast = useToasts();
  /** A try that got no answer may have been heard: the same once more carries the same key. */
  const unsent = useRef<{ same: string; intent: string }>(undefined);
  const coded = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));

  async function send(to: string, values: Readonly<Record<string, unknown>>): Promise<{ place?: number } | null> {
    const same = JSON.stringify([to, values]);
    const key = unsent.current?.same === same ? unsent.current.intent : crypto.randomUUID();
    setBusy(to);
    const answer = await postAct<{ place?: number }>({ action: to, intent: key, values });
    unsent.current = answer === "unsent" ? { same, intent: key } : undefined;
    setBusy(undefined);
    if (answer === "unsent" || !answer.ok) {
      setSays(answer === "unsent" ? words.unsent : answer.message);
      return null;
    }
    setSays("");
    router.refresh();
    return answer.value;
  }

  async function submitted(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault();
    const pressed = event.nativeEvent.submitter;
    const to = pressed?.getAttribute("formaction") ?? action;
    const way = pressed?.getAttribute("value");
    const done = await send(to, { ...coded, ...(way && { to: way }) });
    if (!done || to === move) return;
    if (to === action) return toast({ text: t.kept });
    const { place } = done;
    toast({
      text: t.dropped,
      undo: {
        label: words.undo,
        seconds: undoSeconds,
        run: async () => void (await send(action, { ...coded, place })),
      },
    });
  }

  return (
    <form className="filter" method="post" action={action} onSubmit={submitted}>
      <WhoseField />
      <input type="hidden" name="intent" value={intent} />
      {Object.entries(coded).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {stands ? (
        <>
          {!stands.first && (
            <Button type="submit" kind="quiet" name="to" value="earlier" formAction={move} busy={busy === move}>
              {t.earlier}
            </Button>
          )}
          {!stands.last && (
            <Button type="submit" kind="quiet" name="to" value="later" formAction={move} busy={busy === move}>
              {t.later}
            </Button>
          )}
          <Button type="submit" kind="quiet" formAction={drop} busy={busy === drop}>
            {t.drop}
          </Button>
        </>
      ) : (
        <Button type="submit" busy={busy === action}>
          {t.keep}
        </Button>
      )}
      <output>{says}</output>
    </form>
  );
}
