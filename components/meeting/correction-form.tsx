"use client";

import { TextForm } from "#components/meeting/text-form.tsx";
import type { MeetingWords } from "#components/meeting/words.ts";

type Props = {
  /** The meeting whose minutes are put right. */
  id: string;
  words: Pick<MeetingWords, "meeting" | "form" | "guard">;
  intent?: string;
  onAdded: () => void;
};

/** A correction of minutes that are not approved yet. */
export function CorrectionForm({ id, words, intent, onAdded }: Props) {
  return (
    <TextForm
      id={`correct-${id}`}
      action={`/api/meetings/${id}/minutes/corrections`}
      field={{ name: "text", rows: 2, limit: 280 }}
      labels={words.meeting.correct}
      words={words}
      intent={intent}
      onAdded={onAdded}
    />
  );
}
