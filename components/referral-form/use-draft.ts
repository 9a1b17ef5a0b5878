"use client";

import { useEffect, useState } from "react";
import type { UseFormReturn } from "react-hook-form";
import type { Guarded } from "#components/form/guarded-textarea.tsx";
import type { Act, Finding } from "#components/form/post-act.ts";
import { postAct } from "#components/form/post-act.ts";
import { answered } from "#components/form/what-is-sent.ts";
import { type DraftState, draftKeeper } from "#components/referral-form/draft-keeper.ts";
import type { KeptDraft, Values } from "#components/referral-form/values.ts";
import { saysSomething } from "#lib/referral/draft-worth.ts";

type Saved = {
  /** Null where nothing was answered: then nothing is kept. */
  draft: string | null;
  savedAt: string | null;
  elsewhere: "changed" | "gone" | null;
  note: { state: "none" | "clean" } | { state: "held-back"; details?: { findings?: readonly Finding[] } };
};

export type DraftSight = {
  state: DraftState;
  /** What another device did to it meanwhile. */
  elsewhere: "changed" | "gone" | null;
  noteHeldBack: boolean;
  /** What the guard said of the note when it was last saved. */
  guarded: Guarded | undefined;
};

type Keeping = {
  rhf: UseFormReturn<Values>;
  start: KeptDraft | null;
  fixed: Readonly<Record<string, string>>;
  /** Words of the note that are no names, as they are now. */
  notNames: () => readonly string[];
};

/** Keeps the form as a draft on the server while it is filled in. `stop` before it is sent, `resume` when it was not. */
export function useDraft(keeping: Keeping) {
  const [sight, setSight] = useState<DraftSight>({
    state: keeping.start ? "saved" : "none",
    elsewhere: null,
    noteHeldBack: false,
    guarded: undefined,
  });
  const [draft] = useState(() => draftOf(keeping, (change) => setSight((seen) => ({ ...seen, ...change }))));
  useEffect(() => draft.watch(), [draft]);
  return { ...sight, stop: draft.stop, resume: draft.resume, sent: draft.sent };
}

/** What was saved last in this tab: whoever comes back to a form that was not sent goes on with its draft. */
let lastSaved: { draft: string; savedAt: string } | undefined;
const lastOf = ({ getValues }: UseFormReturn<Values>) =>
  getValues().draft === lastSaved?.draft ? lastSaved : undefined;

type Body = { kept: Record<string, unknown>; note: string };

/** The keeping itself, of any form. */
export function draftOf({ rhf, start, fixed, notNames }: Keeping, see: (change: Partial<DraftSight>) => void) {
  let known = start ? { draft: start.id, savedAt: start.savedAt } : lastOf(rhf);
  let unanswered: { act: Act; note: string } | undefined;
  let last = start ? JSON.stringify(body()) : "";
  let sent = false;
  let begun = known !== undefined;

  function body(): Body {
    const { draft, note, ...fields }: Partial<Values> = rhf.getValues();
    return { kept: { ...fixed, ...answered(fields, { situations: [] }) }, note: note ?? "" };
  }

  async function post(doing: { act: Act; note: string }): Promise<boolean> {
    unanswered = doing;
    const answer = await postAct<Saved>(doing.act);
    if (answer === "unsent") return false;
    unanswered = undefined;
    if (!answer.ok) return false;
    const { draft, savedAt, elsewhere, note } = answer.value;
    if (sent && draft) void postAct({ action: `/api/drafts/${draft}/remove`, intent: crypto.randomUUID(), values: {} });
    known = draft && savedAt ? { draft, savedAt } : undefined;
    lastSaved = known;
    begun = known !== undefined;
    rhf.setValue("draft", draft ?? "");
    see({
      noteHeldBack: note.state === "held-back",
      guarded: { text: doing.note, findings: (note.state === "held-back" && note.details?.findings) || [] },
      ...(elsewhere ? { elsewhere } : {}),
    });
    return true;
  }

  const keeper = draftKeeper<Body>({
    tell: (state) => see({ state: state === "saved" && !known ? "none" : state }),
    save: async ({ kept, note }) => {
      // A save without an answer may have been done: asked again it says so, instead of making a second draft.
      if (unanswered && !(await post(unanswered))) return false;
      const values = { ...known, ...kept, ...(note ? { note: [note, ...notNames()] } : {}) };
      return post({ act: { action: "/api/drafts", intent: crypto.randomUUID(), values }, note });
    },
  });

  function changed() {
    const now = body();
    const text = JSON.stringify(now);
    if (!now.kept["service"] || text === last) return;
    // What is emptied again is told too, so that nothing stays that says nothing.
    if (!begun && !saysSomething(now.kept, now.note)) return;
    begun = true;
    last = text;
    keeper.changed(now);
  }

  function watch() {
    const save = () => void keeper.flush();
    const stopWatching = rhf.subscribe({ formState: { values: true }, callback: changed });
    document.addEventListener("visibilitychange", save);
    window.addEventListener("online", save);
    return () => {
      stopWatching();
      document.removeEventListener("visibilitychange", save);
      window.removeEventListener("online", save);
      save();
    };
  }

  return {
    watch,
    stop: () => keeper.stop(),
    resume: () => keeper.resume(),
    /** It was sent, and took its draft with it; one that is saved after all goes too. */
    sent: () => {
      sent = true;
    },
  };
}
