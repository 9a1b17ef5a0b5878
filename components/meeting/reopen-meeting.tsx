"use client";

import { useRouter } from "next/navigation";
import { useMeetingAct } from "#components/meeting/use-meeting-act.ts";
import { AskFirst } from "#components/ui/ask-first.tsx";
import { fill } from "#lib/fill.ts";
import type messages from "#messages/da.json";

type Props = {
  id: string;
  /** A clock time; null where it is not bound to one. */
  until: string | null;
  next: { number: number; posts: number } | null;
  words: (typeof messages)["minutes"]["reopen"];
  unsent: string;
};

/** A meeting that was closed by mistake goes on. Says first what that does to its minutes and to the next one. */
export function ReopenMeeting({ id, until, next, words, unsent }: Props) {
  const router = useRouter();
  const { act, busy } = useMeetingAct({ unsent, refresh: async () => {} });
  async function reopen() {
    const answer = await act({ action: `/api/meetings/${id}/close/undo` });
    if (answer?.ok) router.push(`/meetings/${id}/hold?at=end`);
  }
  const cancelled = next ? [fill(words.next, { number: String(next.number), posts: String(next.posts) })] : [];
  return (
    <section className="stack screen-only">
      <p className="about">{until === null ? words.any : fill(words.until, { time: until })}</p>
      <div className="actions">
        <AskFirst
          label={words.open}
          question={[words.sure, ...cancelled].join(" ")}
          yes={words.yes}
          no={words.no}
          kind="secondary"
          busy={busy}
          onYes={() => void reopen()}
        />
      </div>
    </section>
  );
}
