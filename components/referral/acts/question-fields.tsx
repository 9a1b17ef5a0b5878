"use client";

import { useWatch } from "react-hook-form";
import { DateField } from "#components/form/date-field.tsx";
import type { ActForm } from "#components/form/use-act-form.ts";
import { useReferral } from "#components/referral/referral-context.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { applies } from "#lib/agreement/condition.ts";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { addDays, type Day } from "#lib/calendar/day.ts";
import type { QuestionView } from "#lib/referral/referral-view.ts";

export type Answers = { situations?: string[]; answers: Record<string, string> };

/** What was answered before, as the fields show it. */
export const givenAnswers = (questions: readonly QuestionView[]): Record<string, string> =>
  Object.fromEntries(
    questions.map(({ code, answer, given }) => [
      code,
      answer === "one" || !given ? given : formatDanishDate(given as Day),
    ]),
  );

/** The key questions of a service, each only while it applies to what is chosen, and so with their choices. */
export function QuestionFields<Values extends Answers>({
  form,
  questions,
  known = {},
}: {
  form: ActForm<Values>;
  questions: readonly QuestionView[];
  /** Answers that are not asked for here and still decide what applies. */
  known?: Readonly<Record<string, string>>;
}) {
  const { view, words } = useReferral();
  const { today, yesterday, dateHint } = words.form;
  const ours = form as unknown as ActForm<Answers>;
  const values = useWatch({ control: ours.rhf.control });
  const chosen = {
    situations: [values.situations ?? []].flat() as string[],
    answers: { ...known, ...(values.answers as Record<string, string> | undefined) },
  };
  return questions
    .filter(({ onlyIf }) => applies(onlyIf ?? undefined, chosen))
    .map(({ code, text, answer, choices }) => {
      if (answer === "one")
        return (
          <Choice
            key={code}
            {...ours.choice(`answers.${code}`)}
            kind="one"
            legend={text}
            options={choices
              .filter(({ onlyIf }) => applies(onlyIf ?? undefined, chosen))
              .map((choice) => ({
                value: choice.code,
                label: choice.label,
                // What was answered before the resident said yes stays chosen, and is pointed out.
                note: choice.barred && words.acts.correct.saidYes,
                disabled: choice.barred === true && chosen.answers[code] !== choice.code,
              }))}
          />
        );
      const recent = [
        { label: today, day: view.today },
        { label: yesterday, day: addDays(view.today, -1) },
      ];
      return (
        <DateField
          key={code}
          form={ours}
          name={`answers.${code}`}
          label={text}
          hint={dateHint}
          today={view.today}
          quick={answer === "recent-date" ? recent : []}
        />
      );
    });
}
