"use client";

import type { SyntheticEvent } from "react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { DefaultValues, FieldValues, Path, UseFormReturn } from "react-hook-form";
import { get, useForm } from "react-hook-form";
import type { Guarded } from "#components/form/guarded-textarea.tsx";
import type { Act, ActRefusal, FieldError } from "#components/form/post-act.ts";
import { errorsOf, postAct } from "#components/form/post-act.ts";
import { differ, keep, leave, received, unsentOf } from "#components/form/unsent.ts";
import { useUnready } from "#components/form/use-unready.ts";
import { answered, pressed, withAnswers } from "#components/form/what-is-sent.ts";
import { useWhose } from "#components/form/whose-page.tsx";
import type { SummaryEntry } from "#components/ui/error-summary.tsx";

export type ActFormWords = {
  /** Heads the summary: "Ret dette, og send igen". */
  summary: string;
  /** No answer came: "Ikke sendt. Det, du har skrevet, er her endnu." */
  unsent: string;
  /** Sends the same again: "Prøv igen". */
  retry: string;
};

export type ActFormOptions<Values extends FieldValues, Value> = {
  /** Unique on the page: ids of fields begin with it. */
  id: string;
  /** The route handler. It takes the same fields as JSON and as a native form. */
  action: string;
  /** What stands in the fields at first. Leave out a question that may not be preset; lists begin as `[]`. */
  defaults: DefaultValues<Values>;
  /** What is sent besides, e.g. the referral and the state the reader saw. */
  fixed?: Readonly<Record<string, string | number>>;
  /** It only looks something up, or says who one is: nothing of it is kept, and it holds no page back. */
  passing?: boolean;
  /** Is there anything to lose in these values? Left out: in whatever stands otherwise than at first. */
  worth?: (values: Values) => boolean;
  /** A key from the server for a form that is sent before scripts run. */
  intent?: string;
  words: ActFormWords;
  /** Success: go on, to another page or with `again`. */
  onDone: (value: Value) => void;
  /** A refusal besides what the form itself shows, e.g. to read the list anew after a lost race. */
  onRefused?: (refusal: ActRefusal) => void;
};

export type ActForm<Values extends FieldValues> = {
  id: string;
  action: string;
  fixed: Readonly<Record<string, string | number>>;
  intent: string | undefined;
  /** It has no key from the server, and the scripts that make one have not come: it cannot be sent yet. */
  waits: boolean;
  words: ActFormWords;
  rhf: UseFormReturn<Values>;
  /** "sent" lasts, so that a second tap while the next page loads does not make a second intent. */
  state: "still" | "sending" | "unsent" | "sent";
  summary: readonly SummaryEntry[];
  guarded: { field: string | undefined; by: Guarded } | undefined;
  submit: (event: SyntheticEvent<HTMLFormElement, SubmitEvent>) => void;
  retry: () => void;
  /** What was answered so far is saved otherwise: it holds nothing back. */
  received: () => void;
  /** Makes room for the next intent in the same form: empties the fields to their defaults. */
  again: () => void;
  fieldId: (name: string) => string;
  /** Spread on a guarded text: what was said to be no name in it. It is sent with the text. */
  answers: (name: string) => { notNames: readonly string[]; onNotName: (word: string) => void };
  /** Spread on a TextInput or Select. Its default is in the page itself, for a form that is sent before scripts run. */
  input: (name: Path<Values>) => ReturnType<UseFormReturn<Values>["register"]> & {
    id: string;
    error: string | undefined;
    defaultValue: string | undefined;
  };
  /** Spread on a Choice. */
  choice: (name: Path<Values>) => {
    id: string;
    name: string;
    error: string | undefined;
    input: ReturnType<UseFormReturn<Values>["register"]>;
  };
};

/**
 * Ties a form to a route handler. Values stay in the fields whatever happens; an answer's errors go to the summary and
 * to their fields. One intent, one key: it is kept over retries and refusals; after success, `again` makes room for the next.
 */
export function useActForm<Values extends FieldValues, Value = unknown>(
  options: ActFormOptions<Values, Value>,
): ActForm<Values> {
  const { id, action, defaults, fixed = {}, words, onDone, onRefused } = options;
  const { start, rhf, settle } = useUnsent(options);
  const [state, setState] = useState<ActForm<Values>["state"]>("still");
  const [summary, setSummary] = useState<readonly SummaryEntry[]>([]);
  const [guarded, setGuarded] = useState<ActForm<Values>["guarded"]>();
  const key = useRef<string>(options.intent);
  const last = useRef<Act>(null);
  const [notNames, setNotNames] = useState<Readonly<Record<string, readonly string[]>>>({});
  const sending = useRef(false);
  const unready = useUnready();

  const fieldId = (name: string) => `${id}-${name.replaceAll(".", "-")}`;
  const errorOf = (name: Path<Values>) => rhf.getFieldState(name, rhf.formState).error?.message;

  function show(errors: readonly FieldError[]) {
    setSummary(errors.map(({ field, message }) => ({ id: field && fieldId(field), message })));
    for (const { field, message } of errors)
      if (field) rhf.setError(field as Path<Values>, { type: "server", message });
  }

  async function send(act: Act) {
    if (sending.current) return;
    sending.current = true;
    last.current = act;
    setState("sending");
    const answer = await postAct<Value>(act);
    sending.current = answer !== "unsent" && answer.ok;
    if (answer === "unsent") return setState("unsent");
    if (answer.ok) {
      show([]);
      settle();
      setState("sent");
      return onDone(answer.value);
    }
    const { findings } = answer.details ?? {};
    show(errorsOf(answer));
    setGuarded(findings && { field: answer.field, by: { text: textOf(act, answer.field), findings } });
    setState("still");
    onRefused?.(answer);
  }

  function again() {
    setNotNames({});
    key.current = undefined;
    sending.current = false;
    settle();
    rhf.reset(defaults as Values);
    setGuarded(undefined);
    setState("still");
  }

  function submit(event: SyntheticEvent<HTMLFormElement, SubmitEvent>) {
    const { submitter } = event.nativeEvent;
    // Not by the event: a form that first stops its draft hands it on when it no longer knows its target.
    const open = document.getElementById(id)?.querySelector<HTMLInputElement>("input[data-missing]:not(:checked)");
    if (open) {
      event.preventDefault();
      const message = open.dataset["missing"] ?? "";
      // So that the box itself says it too.
      open.checkValidity();
      onRefused?.({ ok: false, code: "last-question", message });
      return setSummary([{ id: open.id, message }]);
    }
    void rhf.handleSubmit((values) => {
      key.current ??= crypto.randomUUID();
      return send({
        action: submitter?.getAttribute("formaction") ?? action,
        intent: key.current,
        values: {
          ...fixed,
          ...(isAsked(id) && { recognisable: "no" }),
          ...withAnswers(answered(values, defaults), notNames),
          ...pressed(submitter as HTMLButtonElement | null),
        },
      });
    })(event);
  }

  return {
    id,
    action,
    fixed,
    intent: options.intent,
    waits: unready && options.intent === undefined,
    words,
    rhf,
    state,
    summary,
    guarded,
    submit,
    received: settle,
    retry: () => void (last.current && send(last.current)),
    again,
    fieldId,
    answers: (name) => ({
      notNames: notNames[name] ?? NONE,
      onNotName: (word) => setNotNames((said) => ({ ...said, [name]: [...(said[name] ?? []), word] })),
    }),
    input: (name) => ({
      ...rhf.register(name),
      id: fieldId(name),
      error: errorOf(name),
      defaultValue: get(start, name),
    }),
    choice: (name) => ({ id: fieldId(name), name, error: errorOf(name), input: rhf.register(name) }),
  };
}

/**
 * The values of a form, and what is unsent of them: it holds the page back, and is there again when somebody comes back to
 * the same form in this tab. A form is known by whose page it is on, its address, what it is about and how
 * that stood: what others have changed since is not written over unseen.
 */
function useUnsent<Values extends FieldValues, Value>(options: ActFormOptions<Values, Value>) {
  const { id, action, defaults, fixed = {}, passing } = options;
  const whose = useWhose();
  const [form] = useState(() => JSON.stringify([whose, id, action, fixed]));
  const [before] = useState(() => (passing ? undefined : unsentOf(form)) as Values | undefined);
  const start: DefaultValues<Values> = Object.assign({}, defaults, before);
  const rhf = useForm<Values>({ defaultValues: start, shouldFocusError: false, shouldUnregister: true });
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => {
    if (passing) return;
    // A tile that stands chosen in the page itself is chosen again by it.
    for (const [name, value] of Object.entries(before ?? {})) rhf.setValue(name as Path<Values>, value);
    if (before) keep(form, before);
    const page = window.location.href;
    const stop = rhf.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const { defaults: first, worth } = latest.current;
        if (differ(values, first) && (worth?.(values) ?? true)) keep(form, values);
        else received(form);
      },
    });
    return () => {
      stop();
      leave(form, window.location.href === page ? "form" : "page");
    };
  }, [form, before, passing, rhf]);
  return { start, rhf, settle: useCallback(() => received(form), [form]) };
}

/** Does the form ask the last question? It is not sent before each of its boxes is ticked. */
const isAsked = (id: string) =>
  document.getElementById(id)?.querySelector("input[data-missing]") instanceof HTMLElement;

const NONE: readonly string[] = [];

function textOf({ values }: Act, field: string | undefined): string {
  const [text] = [field === undefined ? undefined : values[field]].flat();
  return typeof text === "string" ? text : "";
}
