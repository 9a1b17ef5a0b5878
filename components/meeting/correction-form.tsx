"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { NoteField } from "#components/form/note-field.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { useToasts } from "#components/ui/toasts.tsx";

type Props = {
  /** The meeting whose minutes are put right. */
  id: string;
  words: Pick<MeetingWords, "meeting" | "form" | "guard">;
  /** A key from the server, where the form can be sent before scripts run. */
  intent?: string;
  onAdded: () => void;
};

/** As long as the database takes. */
const limit = 280;

/** A correction of minutes that are not approved yet: a short text that the guard reads. */
export function CorrectionForm({ id, words, intent, onAdded }: Props) {
  const { meeting, form: say, guard } = words;
  const toast = useToasts();
  const form = useActForm<{ text: string }>({
    id: `correct-${id}`,
    action: `/api/meetings/${id}/minutes/corrections`,
    defaults: { text: "" },
    ...(intent === undefined ? {} : { intent }),
    words: say,
    onDone: () => {
      form.again();
      toast({ text: meeting.correct.added });
      onAdded();
    },
  });
  return (
    <ActForm form={form}>
      <NoteField
        form={form}
        name="text"
        rows={2}
        label={meeting.correct.label}
        hint={meeting.correct.hint}
        limit={limit}
        count={{ left: say.left, over: say.over }}
        words={guard}
      />
      <Submit form={form} kind="secondary">
        {meeting.correct.submit}
      </Submit>
    </ActForm>
  );
}
