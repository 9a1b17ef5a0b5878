"use client";

import type * as Webauthn from "@simplewebauthn/browser";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";
import { useEffect, useState } from "react";
import type { ProofWords } from "#components/account/words.ts";
import { postAct } from "#components/form/post-act.ts";

type Options<Value> = {
  /** A key is made, or one that there is is shown. */
  does: "make" | "show";
  /** Where the question for the key comes from, and what is sent to get it. */
  ask: { action: string; values?: Readonly<Record<string, unknown>> };
  /** Where it goes, and what is sent with it. */
  answer: { action: string; values?: Readonly<Record<string, unknown>> };
  words: { proof: Pick<ProofWords["proof"], "keyFailed">; form: Pick<ProofWords["form"], "unsent"> };
  onDone: (value: Value) => void;
};

/**
 * Lets the browser make or show a passkey: the server's question, the person's touch, the server's verdict. `problem` is
 * what went wrong, in words.
 */
export function useKey<Value>({ does, ask, answer, words, onDone }: Options<Value>) {
  useEffect(() => void load().catch(() => {}), []);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function post<Answer>(action: string, values: Readonly<Record<string, unknown>>): Promise<Answer | undefined> {
    const answered = await postAct<Answer>({ action, intent: crypto.randomUUID(), values });
    if (answered !== "unsent" && answered.ok) return answered.value;
    setProblem(answered === "unsent" ? words.form.unsent : answered.message);
    return undefined;
  }

  async function touch() {
    setBusy(true);
    setProblem(undefined);
    const library = await load().catch(() => undefined);
    if (!library) setProblem(words.form.unsent);
    const question = library && (await post<unknown>(ask.action, ask.values ?? {}));
    const response = library && question ? await shown(library, does, question).catch(() => undefined) : undefined;
    if (question && !response) setProblem(words.proof.keyFailed);
    const value = response ? await post<Value>(answer.action, { ...answer.values, response }) : undefined;
    // It stays busy while the next page loads.
    setBusy(value !== undefined);
    if (value !== undefined) onDone(value);
  }

  return { busy, problem, touch, again: () => setBusy(false) };
}

type Library = Pick<typeof Webauthn, "startAuthentication" | "startRegistration">;
let library: Promise<Library> | undefined;

/** Fetched after the page, and before somebody touches their key: when the server was built anew there is another. */
async function load(): Promise<Library> {
  library ??= import("@simplewebauthn/browser");
  try {
    return await library;
  } catch (error) {
    library = undefined;
    throw error;
  }
}

async function shown({ startAuthentication, startRegistration }: Library, does: "make" | "show", question: unknown) {
  return does === "make"
    ? startRegistration({ optionsJSON: question as PublicKeyCredentialCreationOptionsJSON })
    : startAuthentication({ optionsJSON: question as PublicKeyCredentialRequestOptionsJSON });
}
