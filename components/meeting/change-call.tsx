"use client";

import { lazy, Suspense, useState } from "react";
import type { MeetingWords } from "#components/meeting/words.ts";
import { Button } from "#components/ui/button.tsx";
import { useToasts } from "#components/ui/toasts.tsx";
import { fill } from "#lib/fill.ts";
import type { MeetingView } from "#lib/meeting/meeting-view.ts";

/** Fetched when somebody moves a meeting. */
const CallForm = lazy(async () => ({ default: (await import("#components/meeting/call-form.tsx")).CallForm }));

type Props = { view: MeetingView; words: MeetingWords; refresh: () => Promise<void> };

/** Moves the meeting, or calls others to it. Opens in place. */
export function ChangeCall({ view, words, refresh }: Props) {
  const [open, setOpen] = useState(false);
  const toast = useToasts();
  const { change } = words.meeting;
  if (!open)
    return (
      <div className="stack">
        <Proposed view={view} words={words} />
        <Button onClick={() => setOpen(true)}>{change.open}</Button>
      </div>
    );
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

/** Who is proposed and not called: the convener decides. */
function Proposed({ view, words }: Pick<Props, "view" | "words">) {
  const { change } = words.meeting;
  const { why } = words.meetings.call;
  const proposed = view.choices.posts.filter((post) => !view.posts.some(({ id }) => id === post.id));
  return proposed.map(
    (post) =>
      post.why && (
        <p key={post.id}>
          <strong>{fill(change.proposed, { post: post.label })}</strong> <span>{`${why[post.why]}.`}</span>
        </p>
      ),
  );
}
