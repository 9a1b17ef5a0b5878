"use client";

import { TextForm } from "#components/meeting/text-form.tsx";
import type { MeetingWords } from "#components/meeting/words.ts";

type Props = { id: string; words: MeetingWords; intent: string; refresh: () => Promise<void> };

/** A point for the agenda. */
export function PointForm({ id, words, intent, refresh }: Props) {
  return (
    <TextForm
      id="point"
      action={`/api/meetings/${id}/points`}
      field={{ name: "title", rows: 1, limit: 120 }}
      labels={words.meeting.point}
      words={words}
      intent={intent}
      onAdded={() => void refresh().catch(() => {})}
    />
  );
}
