"use client";

import type { FieldValues, Path } from "react-hook-form";
import type { ActForm } from "#components/form/use-act-form.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { say } from "#components/referral/words.ts";
import { Choice } from "#components/ui/choice.tsx";

/**
 * What the resident says: may this post get the name, and, where it was never asked, may they tell how it goes? Neither
 * is preset. `at` is where the two answers stand among the form's values.
 */
export function ConsentFields<Values extends FieldValues>({
  form,
  post,
  feedback,
  at = "consent.",
}: {
  form: ActForm<Values>;
  post: string;
  feedback: boolean;
  at?: "consent." | "";
}) {
  const { words } = useReferral();
  const t = words.acts;
  const names = ["written", "oral", "not_yet"] as const;
  return (
    <>
      <Choice
        {...form.choice(`${at}name` as Path<Values>)}
        kind="one"
        legend={say(t.consentFor, { post })}
        options={names.map((value) => ({ value, label: t.names[value] }))}
      />
      {feedback && (
        <Choice
          {...form.choice(`${at}feedback` as Path<Values>)}
          kind="one"
          legend={t.feedback}
          options={[
            { value: "yes", label: t.yes },
            { value: "no", label: t.no },
          ]}
        />
      )}
    </>
  );
}
