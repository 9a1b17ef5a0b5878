"use client";

import type { ActForm } from "#components/form/use-act-form.ts";
import type { Values } from "#components/referral-form/values.ts";
import { Choice } from "#components/ui/choice.tsx";
import { fill } from "#lib/fill.ts";
import { contactNeedsName, ruledOut } from "#lib/referral/contradiction.ts";
import type { DraftFields } from "#lib/referral/draft-form.ts";
import type { FormQuestion } from "#lib/referral/new-referral.ts";

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
  /** Under what cannot be chosen beside another answer, and over what was chosen all the same. */
  contradicts: string;
  contradictsChosen: string;
  needsName: string;
  needsNameChosen: string;
};

/**
 * Three questions about the resident's own will. Nothing in them is chosen before the reader has chosen it. What another
 * answer rules out is not offered; what was chosen before it stays chosen, and both are pointed out.
 */
export function ConsentQuestions({
  form,
  words,
  receiver,
  cannotAsk,
  chosen,
  questions,
  now,
}: {
  form: ActForm<Values>;
  words: ConsentWords;
  /** Role and unit, once they are known. */
  receiver: string | null;
  cannotAsk: boolean;
  chosen: Pick<DraftFields, "consent" | "contact"> | undefined;
  questions: readonly FormQuestion[];
  /** What stands in the form. */
  now: { answers: Readonly<Record<string, string | readonly string[]>>; name?: string; contact?: string };
}) {
  const answers = words.nameAnswers;
  const { name, feedback } = chosen?.consent ?? {};
  const against = (value: string, text: string) => {
    const by = ruledOut(questions, now.answers, value);
    return by ? fill(text, { question: by.question.text, answer: by.choice.text }) : undefined;
  };
  const answer = (value: "written" | "oral" | "not_yet" | "cannot_ask", note?: string) => {
    const why = value === now.name ? undefined : against(value, words.contradicts);
    return { value, label: answers[value], note: why ?? note, disabled: why !== undefined };
  };
  const naming = form.choice("consent.name");
  const contact = form.choice("contact");
  const nameless = contactNeedsName(now.contact, now.name);
  return (
    <>
      <Choice
        {...naming}
        error={(now.name && against(now.name, words.contradictsChosen)) || naming.error}
        legend={receiver ? fill(words.name, { receiver }) : words.nameBare}
        kind="one"
        options={[
          answer("written"),
          answer("oral", answers.oralNote),
          answer("not_yet", answers.not_yetNote),
          ...(cannotAsk ? [answer("cannot_ask", answers.cannot_askNote)] : []),
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
        {...contact}
        error={nameless ? words.needsNameChosen : contact.error}
        legend={words.contact}
        kind="one"
        options={(["through_me", "together", "directly"] as const).map((value) => {
          const barred = value !== now.contact && contactNeedsName(value, now.name);
          return {
            value,
            label: words.contacts[value],
            note: barred ? words.needsName : undefined,
            disabled: barred,
          };
        })}
        chosen={chosen?.contact ? [chosen.contact] : []}
      />
    </>
  );
}
