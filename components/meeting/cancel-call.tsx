"use client";

import { useRouter } from "next/navigation";
import { useMeetingAct } from "#components/meeting/use-meeting-act.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { Button } from "#components/ui/button.tsx";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { MeetingView } from "#lib/meeting/meeting-view.ts";

type Props = { view: MeetingView; words: MeetingWords; refresh: () => Promise<void> };

/** Cancels the meeting, and goes where another one is called. Says first what that means: it is asked once. */
export function CancelCall({ view, words, refresh }: Props) {
  const router = useRouter();
  const { cancel, unsent } = words.meeting;
  const { act, busy } = useMeetingAct({ unsent, refresh });
  async function submit() {
    const answer = await act({ action: `/api/meetings/${view.id}/cancel` });
    if (answer?.ok) router.push("/meetings");
  }
  return (
    <Disclosure label={cancel.open}>
      <div className="stack">
        <p>{cancel.means}</p>
        <div className="actions">
          <Button kind="danger" busy={busy} onClick={() => void submit()}>
            {cancel.submit}
          </Button>
        </div>
      </div>
    </Disclosure>
  );
}
