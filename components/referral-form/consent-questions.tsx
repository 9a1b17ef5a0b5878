"use client";

import type { ActForm } from "#components/form/use-act-form.ts";
import type { Values } from "#components/referral-form/values.ts";
import { Choice } from "#components/ui/choice.tsx";
import { fill } from "#lib/fill.ts";
import type { DraftFields } from "#lib/referral/draft-form.ts";

export type ConsentWords = {
  name: string;
  nameBare: string;
  nameAnswers: Record<
    "written" | "oral" | "oralNote" | "not_yet" | "not_yetNote" | "cannot_ask" | "cannot_askNote",
    string
  >;
  feedback: string;
  yes: string;
  no: string;
  contact: string;
  contacts: Record<"through_me" | "together" | "directly", string>;
};

/** Three questions about the resident's own will. Nothing in them is chosen before the reader has chosen it. */
export function ConsentQuestions({
  form,
  words,
  receiver,
  cannotAsk,
  chosen,
}: {
  form: ActForm<Values>;
  words: ConsentWords;
  /** Role and unit, once they are known. */
  receiver: string | null;
  cannotAsk: boolean;
  chosen: Pick<DraftFields, "consent" | "contact"> | undefined;
}) {
  const answers = words.nameAnswers;
  const { name, feedback } = chosen?.consent ?? {};
  return (
    <>
      <Choice
        {...form.choice("consent.name")}
        legend={receiver ? fill(words.name, { receiver }) : words.nameBare}
        kind="one"
        options={[
          { value: "written", label: answers.written },
          { value: "oral", label: answers.oral, note: answers.oralNote },
          { value: "not_yet", label: answers.not_yet, note: answers.not_yetNote },
          ...(cannotAsk ? [{ value: "cannot_ask", label: answers.cannot_ask, note: answers.cannot_askNote }] : []),
        ]}
        chosen={name ? [name] : []}
      />
      <Choice
        {...form.choice("consent.feedback")}
        legend={words.feedback}
        kind="one"
        options={[
          { value: "yes", label: words.yes },
          { value: "no", label: words.no },
        ]}
        chosen={feedback ? [feedback] : []}
      />
      <Choice
        {...form.choice("contact")}
        legend={words.contact}
        kind="one"
        options={(["through_me", "together", "directly"] as const).map((value) => ({
          value,
          label: words.contacts[value],
        }))}
        chosen={chosen?.contact ? [chosen.contact] : []}
      />
    </>
  );
}
