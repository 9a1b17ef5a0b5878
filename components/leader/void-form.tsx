"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { type ActFormWords, useActForm } from "#components/form/use-act-form.ts";
import { useEarlyValues } from "#components/form/use-early-values.ts";
import { Choice } from "#components/ui/choice.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import { fill } from "#lib/fill.ts";
import { parseCode, showCode } from "#lib/referral/code.ts";

export type VoidWords = {
  title: string;
  lead: string;
  code: string;
  codeHint: string;
  reason: string;
  do: string;
  sure: string;
  yes: string;
  no: string;
  done: string;
  again: string;
};

/** Oprettet ved en fejl: the leader was told a code, and takes out what it names without seeing it. */
export function VoidForm({
  words,
  form: formWords,
  reasons,
}: {
  words: VoidWords;
  form: ActFormWords;
  reasons: readonly { code: string; label: string }[];
}) {
  const router = useRouter();
  const show = useToasts();
  const [typed, setTyped] = useState("");
  const known = parseCode(typed);
  // The code is the address of what is taken out; what cannot be one is answered where it was typed.
  const form = useActForm<{ code?: never; reason: string }, { code: string }>({
    id: "void",
    action: `/api/referrals/${known ?? "-"}/void`,
    defaults: {},
    words: formWords,
    onDone: ({ code }) => {
      show({ text: fill(words.done, { code: showCode(code) }) });
      form.again();
      setTyped("");
      router.refresh();
    },
  });
  useEarlyValues({ [form.fieldId("code")]: setTyped });
  return (
    <section className="panel stack" aria-labelledby="void-title">
      <h2 id="void-title">{words.title}</h2>
      <p>{words.lead}</p>
      <ActForm form={form}>
        <TextInput
          id={form.fieldId("code")}
          error={form.rhf.formState.errors.code?.message}
          value={typed}
          onChange={({ currentTarget: { value } }) => {
            setTyped(value);
            form.rhf.clearErrors("code");
          }}
          label={words.code}
          hint={words.codeHint}
          width="short"
          autoCapitalize="characters"
        />
        <Choice
          {...form.choice("reason")}
          kind="one"
          legend={words.reason}
          options={reasons.map(({ code, label }) => ({ value: code, label }))}
        />
        <p className="hint">{words.again}</p>
        <Submit
          form={form}
          kind="danger"
          // What is no code is answered at once: there is nothing to be sure of.
          asks={
            known ? { question: fill(words.sure, { code: showCode(known) }), yes: words.yes, no: words.no } : undefined
          }
        >
          {words.do}
        </Submit>
      </ActForm>
    </section>
  );
}
