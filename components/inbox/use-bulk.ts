"use client";

import { useRef, useState } from "react";
import { postAct } from "#components/form/post-act.ts";
import type { InboxRowWords } from "#components/inbox/words.ts";
import { useToasts } from "#components/ui/toasts.tsx";
import { fill } from "#lib/fill.ts";
import { parseCode, showCode } from "#lib/referral/code.ts";

/** Where the same act on several referrals is posted. */
export const bulkAction = "/api/bulk";

const acts = ["agenda", "later", "assign"] as const;
export type BulkAct = (typeof acts)[number];
export const isBulkAct = (name: string | null | undefined): name is BulkAct => acts.some((act) => act === name);

export type Bulk = {
  /** What is being done, and what the last one met with. */
  busy: BulkAct | undefined;
  says: string;
  /** Does it to all of them or to none, says so, and offers its one Fortryd. Gives whether it was done. */
  run: (act: BulkAct, codes: readonly string[], values?: Readonly<Record<string, unknown>>) => Promise<boolean>;
};

const undoSeconds = 10;

/** An act on several referrals at once. `refresh` reads the list anew. */
export function useBulk(words: InboxRowWords["inbox"], refresh: () => void): Bulk {
  const t = words.bulk;
  const [busy, setBusy] = useState<BulkAct>();
  const [says, setSays] = useState("");
  /** A try that got no answer may have been heard: the same once more carries the same key. */
  const unsent = useRef<{ same: string; intent: string }>(undefined);
  const toast = useToasts();
  const count = (sentences: { one: string; several: string }, { length }: readonly string[]) =>
    length === 1 ? sentences.one : fill(sentences.several, { count: String(length) });

  async function send(values: Readonly<Record<string, unknown>>): Promise<readonly string[] | null> {
    const same = JSON.stringify(values);
    const intent = unsent.current?.same === same ? unsent.current.intent : crypto.randomUUID();
    const answer = await postAct<{ codes: string[] }>({ action: bulkAction, intent, values });
    unsent.current = answer === "unsent" ? { same, intent } : undefined;
    if (answer !== "unsent" && answer.ok) return answer.value.codes;
    const code = answer === "unsent" ? null : parseCode(answer.field ?? "");
    const no = answer === "unsent" ? words.unsent : answer.message;
    setSays(code ? fill(t.stopped, { code: showCode(code), why: no }) : no);
    return null;
  }

  async function undo(codes: readonly string[]) {
    const undone = await send({ act: "undo", codes });
    if (undone) toast({ text: count(t.undone, undone) });
    refresh();
  }

  async function run(act: BulkAct, chosen: readonly string[], values: Readonly<Record<string, unknown>> = {}) {
    if (busy) return false;
    setBusy(act);
    setSays("");
    const codes = await send({ act, codes: chosen, ...values });
    setBusy(undefined);
    if (!codes) return false;
    toast({
      text: count(t.done[act], codes),
      undo: { label: words.undo, seconds: undoSeconds, run: () => undo(codes) },
    });
    refresh();
    return true;
  }

  return { busy, says, run };
}
