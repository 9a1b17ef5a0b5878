"use client";

import { DateField } from "#components/form/date-field.tsx";
import type { ActForm } from "#components/form/use-act-form.ts";
import type { Values } from "#components/referral-form/values.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Chosen } from "#lib/agreement/condition.ts";
import type { Day } from "#lib/calendar/day.ts";
import { type FormQuestion, type FormService, questionsShown } from "#lib/referral/new-referral.ts";

export type QuestionWords = {
  situation: string;
  several: string;
  optional: string;
  dateHint: string;
  today: string;
  yesterday: string;
};

type Asked = {
  form: ActForm<Values>;
  words: QuestionWords;
  today: Day;
  yesterday: Day;
  /** What is chosen from the start, from a draft. */
  chosen: Chosen;
};

/** The situation, and the service's own questions as far as they apply; what may be left out waits under a heading. */
export function Questions({ service, now, ...asked }: Asked & { service: FormService; now: Chosen }) {
  const { form, words, chosen } = asked;
  const shown = questionsShown(service.questions, now);
  const optional = shown.filter((question) => question.optional);
  const waiting = service.questions.filter((question) => !shown.some(({ code }) => code === question.code));
  const answered = optional.some(({ code }) => chosen.answers[code]);
  return (
    <>
      <Choice
        {...form.choice("situations")}
        legend={words.situation}
        hint={words.several}
        kind="several"
        options={service.situations.map(({ code, text }) => ({ value: code, label: text }))}
        chosen={chosen.situations}
      />
      {shown
        .filter((question) => !question.optional)
        .map((question) => (
          <Question key={question.code} question={question} {...asked} />
        ))}
      {/* Before scripts run nobody knows yet what applies: everything is offered, and the server reads what does. */}
      <noscript>
        {waiting.map((question) => (
          <Question key={question.code} question={question} {...asked} />
        ))}
      </noscript>
      {optional.length > 0 && (
        <Disclosure label={words.optional} open={answered}>
          <div className="form">
            {optional.map((question) => (
              <Question key={question.code} question={question} {...asked} />
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

function Question({ question, form, words, today, yesterday, chosen }: Asked & { question: FormQuestion }) {
  const { code, text, answer, choices } = question;
  const given = chosen.answers[code];
  const name = `answers.${code}` as const;
  if (answer === "one")
    return (
      <Choice
        {...form.choice(name)}
        legend={text}
        kind="one"
        options={choices.map((choice) => ({ value: choice.code, label: choice.text }))}
        chosen={given === undefined ? [] : [given].flat()}
      />
    );
  const quick = [
    { label: words.today, day: today },
    { label: words.yesterday, day: yesterday },
  ];
  return (
    <DateField
      form={form}
      name={name}
      label={text}
      hint={words.dateHint}
      today={today}
      defaultValue={typeof given === "string" ? given : undefined}
      quick={answer === "recent-date" ? quick : []}
    />
  );
}
