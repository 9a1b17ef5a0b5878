"use client";

import { lazy, Suspense, useState } from "react";
import type { MeetingWords } from "#components/meeting/words.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import type { MeetingView } from "#lib/meeting/meeting-view.ts";

/** Fetched when somebody moves a meeting. */
const CallForm = lazy(async () => ({ default: (await import("#components/meeting/call-form.tsx")).CallForm }));

type Props = { view: MeetingView; words: MeetingWords; refresh: () => Promise<void> };

/** Moves the meeting, or calls others to it. Opens in place. */
export function ChangeCall({ view, words, refresh }: Props) {
  const [open, setOpen] = useState(false);
  const toast = useToasts();
  const { change } = words.meeting;
  if (!open) return <Button onClick={() => setOpen(true)}>{change.open}</Button>;
  return (
    <section className="panel stack">
      <h2>{change.open}</h2>
      <Suspense>
        <CallForm
          action={`/api/meetings/${view.id}/call`}
          choices={view.choices}
          given={{
            onDay: view.onDay,
            startsAt: view.startsAt,
            place: view.choices.places.find(({ label }) => label === view.place)?.id,
            posts: view.posts.map(({ id }) => id),
          }}
          hint={words.form.dateHint}
          submit={change.save}
          today={view.today}
          words={words}
          onDone={() => {
            setOpen(false);
            toast({ text: change.saved });
            void refresh().catch(() => {});
          }}
        />
      </Suspense>
      <div className="actions">
        <Button kind="quiet" onClick={() => setOpen(false)}>
          {change.leave}
        </Button>
      </div>
    </section>
  );
}
