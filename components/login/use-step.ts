"use client";

import { type SyntheticEvent, useState } from "react";
import { postAct } from "#components/form/post-act.ts";
import { pressed } from "#components/form/what-is-sent.ts";

type Values = Readonly<Record<string, unknown>>;

/**
 * A form that is one step of a way in. Scripts send it, so that what is typed stays whatever comes of it: a sentence of the
 * server's, or no answer, which `retry` asks for once more. Before they run it is a plain form.
 */
export function useStep(action: string) {
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const [unsent, setUnsent] = useState<Values>();

  async function send(values: Values) {
    setBusy(true);
    const answer = await postAct<{ next: string }>({ action, intent: crypto.randomUUID(), values });
    // A whole new page: nothing that was drawn for somebody else stays.
    if (answer !== "unsent" && answer.ok) return window.location.assign(answer.value.next);
    setBusy(false);
    setUnsent(answer === "unsent" ? values : undefined);
    setRefusal(answer === "unsent" ? undefined : answer.message);
  }

  function submit(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    event.preventDefault();
    if (busy) return;
    const { submitter } = event.nativeEvent;
    void send({
      ...Object.fromEntries(new FormData(event.currentTarget)),
      ...pressed(submitter as HTMLButtonElement | null),
    });
  }

  return { busy, refusal, submit, retry: unsent && (() => void send(unsent)) };
}
