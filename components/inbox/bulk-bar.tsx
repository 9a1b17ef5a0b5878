"use client";

import { type SyntheticEvent, useRef, useState } from "react";
import { postAct } from "#components/form/post-act.ts";
import type { InboxWords } from "#components/inbox/words.ts";
import { fill } from "#components/referral-form/fill.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import { parseCode, showCode } from "#lib/referral/code.ts";

/** The form that the boxes of all rows belong to. */
export const bulkForm = "bulk";

export type Colleague = { id: string; name: string };
type Props = { colleagues: readonly Colleague[]; intent: string; words: InboxWords["inbox"]; refresh: () => void };
type Act = "agenda" | "assign" | "undo";

const action = "/api/bulk";
const undoSeconds = 10;

/** What can be done at once to the rows that were chosen, and its one Fortryd. All of it is done, or nothing. */
export function BulkBar({ colleagues, intent, words, refresh }: Props) {
  const t = words.bulk;
  const form = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState<Act>();
  const [says, setSays] = useState("");
  /** A try that got no answer may have been heard: the same once more carries the same key. */
  const unsent = useRef<{ same: string; intent: string }>(undefined);
  const toast = useToasts();
  const count = (sentences: { one: string; several: string }, { length }: readonly string[]) =>
    length === 1 ? sentences.one : fill(sentences.several, { count: String(length) });

  async function send(act: Act, values: Readonly<Record<string, unknown>>): Promise<readonly string[] | null> {
    const same = JSON.stringify({ act, values });
    const key = unsent.current?.same === same ? unsent.current.intent : crypto.randomUUID();
    const answer = await postAct<{ codes: string[] }>({ action, intent: key, values: { act, ...values } });
    unsent.current = answer === "unsent" ? { same, intent: key } : undefined;
    if (answer !== "unsent" && answer.ok) return answer.value.codes;
    const code = answer === "unsent" ? null : parseCode(answer.field ?? "");
    const no = answer === "unsent" ? words.unsent : answer.message;
    setSays(code ? fill(t.stopped, { code: showCode(code), why: no }) : no);
    return null;
  }

  async function undo(codes: readonly string[]) {
    const undone = await send("undo", { codes });
    if (undone) toast({ text: count(t.undone, undone) });
    refresh();
  }

  async function submitted(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault();
    const act = event.nativeEvent.submitter?.getAttribute("value");
    if (!form.current || busy || (act !== "agenda" && act !== "assign")) return;
    const given = new FormData(form.current);
    setBusy(act);
    setSays("");
    const person = given.get("person") || undefined;
    const codes = await send(act, { codes: given.getAll("codes"), ...(act === "assign" && { person }) });
    setBusy(undefined);
    if (!codes) return;
    form.current.reset();
    const run = () => undo(codes);
    toast({ text: count(t.done[act], codes), undo: { label: words.undo, seconds: undoSeconds, run } });
    refresh();
  }

  return (
    <form className="filter" id={bulkForm} ref={form} method="post" action={action} onSubmit={submitted}>
      <input type="hidden" name="intent" value={intent} />
      <strong>{t.label}</strong>
      <Button type="submit" name="act" value="agenda" busy={busy === "agenda"}>
        {t.agenda}
      </Button>
      <label>
        {words.head.person}
        <select className="input" name="person">
          <option value="">{t.person}</option>
          {colleagues.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" name="act" value="assign" busy={busy === "assign"}>
        {t.assign}
      </Button>
      <output>{says}</output>
    </form>
  );
}
