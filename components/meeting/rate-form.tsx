"use client";

import { useRouter } from "next/navigation";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { NoteField } from "#components/form/note-field.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import type { EvaluationWords } from "#components/meeting/ratings.tsx";
import type { MeetingWords } from "#components/meeting/words.ts";
import { Choice } from "#components/ui/choice.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import { type Question, remarkLength, scores } from "#lib/meeting/evaluation.ts";

type Props = {
  id: string;
  asks: readonly Question[];
  words: Pick<MeetingWords, "form" | "guard"> & { evaluation: EvaluationWords };
  /** Random, from the server: so that what is kept of the sending tells nothing of the answer. */
  salt: string;
  intent: string;
};

type Values = { [Asked in Question]?: string } & { remark: string };

/** What somebody who was there is asked: one tap a question, and a few words for whoever wants. */
export function RateForm({ id, asks, words, salt, intent }: Props) {
  const router = useRouter();
  const toast = useToasts();
  const { evaluation, form: say, guard } = words;
  const form = useActForm<Values>({
    id: "rate",
    action: `/api/meetings/${id}/evaluation`,
    defaults: { remark: "" },
    fixed: { salt },
    intent,
    words: say,
    onDone: () => {
      toast({ text: evaluation.thanks });
      router.refresh();
    },
  });
  return (
    <ActForm form={form}>
      {asks.map((question) => (
        <div className="scale" key={question}>
          <Choice
            {...form.choice(question)}
            kind="one"
            legend={evaluation.questions[question]}
            hint={evaluation.scale}
            options={scores.map((score) => ({ value: score, label: score }))}
          />
        </div>
      ))}
      <NoteField
        form={form}
        name="remark"
        rows={2}
        label={evaluation.remark}
        hint={evaluation.remarkHint}
        limit={remarkLength}
        count={{ left: say.left, over: say.over }}
        words={guard}
      />
      <p>{evaluation.final}</p>
      <Submit form={form}>{evaluation.submit}</Submit>
    </ActForm>
  );
}
