"use client";

import { useRouter } from "next/navigation";
import { useMeetingAct } from "#components/meeting/use-meeting-act.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { AskFirst } from "#components/ui/ask-first.tsx";
import { fill } from "#lib/fill.ts";
import type { MeetingView } from "#lib/meeting/meeting-view.ts";

type Props = { view: MeetingView; words: MeetingWords; refresh: () => Promise<void> };

/** Cancels the meeting, and goes where another one is called. Says first whom a mail goes to. */
export function CancelCall({ view, words, refresh }: Props) {
  const router = useRouter();
  const { cancel, unsent } = words.meeting;
  const { act, busy } = useMeetingAct({ unsent, refresh });
  async function submit() {
    const answer = await act({ action: `/api/meetings/${view.id}/cancel` });
    if (answer?.ok) router.push("/meetings");
  }
  return (
    <AskFirst
      label={cancel.open}
      question={fill(cancel.means, {
        posts: String(view.posts.length),
        guests: String(view.guests?.invited.length ?? 0),
      })}
      yes={cancel.submit}
      no={cancel.no}
      kind="danger"
      busy={busy}
      onYes={() => void submit()}
    />
  );
}
