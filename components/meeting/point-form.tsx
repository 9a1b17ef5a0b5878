"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { NoteField } from "#components/form/note-field.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { useToasts } from "#components/ui/toasts.tsx";

type Values = { title: string };
type Props = { id: string; words: MeetingWords; intent: string; refresh: () => Promise<void> };

/** As long as the database takes. */
const limit = 120;

/** A point for the agenda: a short title that the guard reads. */
export function PointForm({ id, words, intent, refresh }: Props) {
  const { meeting, form: say, guard } = words;
  const toast = useToasts();
  const form = useActForm<Values>({
    id: "point",
    action: `/api/meetings/${id}/points`,
    defaults: { title: "" },
    intent,
    words: say,
    onDone: () => {
      form.again();
      toast({ text: meeting.point.added });
      void refresh().catch(() => {});
    },
  });
  return (
    <ActForm form={form}>
      <NoteField
        form={form}
        name="title"
        rows={1}
        label={meeting.point.label}
        hint={meeting.point.hint}
        limit={limit}
        count={{ left: say.left, over: say.over }}
        words={guard}
      />
      <Submit form={form} kind="secondary">
        {meeting.point.submit}
      </Submit>
    </ActForm>
  );
}
