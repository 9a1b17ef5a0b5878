"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useUnready } from "#components/form/use-unready.ts";
import type { MeetingAct } from "#components/meeting/use-meeting-act.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { Button } from "#components/ui/button.tsx";
import { type Attendance, attendances, type MeetingView } from "#lib/meeting/meeting-view.ts";

type Props = { view: MeetingView; words: MeetingWords; act: MeetingAct };

/** Who came. Those who are missing are noted first; then one tap says that everybody else is here. */
export function PeopleSlide({ view, words: { meeting }, act }: Props) {
  const { came } = meeting;
  const action = `/api/meetings/${view.id}/attend`;
  /** What was tapped and is on its way. */
  const [going, setGoing] = useState<{ post: string; attendance: Attendance }>();

  // A tap before the scripts have come would stand in the page and be told to nobody.
  const unready = useUnready();

  async function note(post: string, attendance: Attendance) {
    setGoing({ post, attendance });
    await act({ action, values: { post, attendance } });
    setGoing(undefined);
  }

  return (
    <>
      {view.convenes && view.posts.some(({ attendance }) => attendance === null) && (
        <div className="actions">
          <Button kind="primary" onClick={() => void act({ action, values: { attendance: "present" } })}>
            {came.rest}
          </Button>
        </div>
      )}
      <ul className="people">
        {view.posts.map(({ id, label, attendance }) => (
          <li key={id}>
            {view.convenes ? (
              <fieldset disabled={unready}>
                <legend>{label}</legend>
                {attendances.map((each) => (
                  <label key={each} className="tile">
                    <input
                      type="radio"
                      name={id}
                      checked={(going?.post === id ? going.attendance : attendance) === each}
                      onChange={() => void note(id, each)}
                    />
                    <span>{came[each]}</span>
                  </label>
                ))}
              </fieldset>
            ) : (
              <p>
                <span>{`${label}: `}</span>
                <strong>{attendance ? came[attendance] : came.unsaid}</strong>
              </p>
            )}
          </li>
        ))}
      </ul>
      {view.mayUndoStart && <UndoStart view={view} words={meeting} act={act} />}
    </>
  );
}

/** A meeting that began by mistake is called again, for the day it was called for. */
function UndoStart({ view, words: { begin }, act }: Pick<Props, "view" | "act"> & { words: MeetingWords["meeting"] }) {
  const router = useRouter();
  async function undo() {
    const answer = await act({ action: `/api/meetings/${view.id}/start/undo` });
    if (answer?.ok) router.push(`/meetings/${view.id}`);
  }
  return (
    <section className="stack">
      <p className="about">{begin.mistake}</p>
      <div className="actions">
        <Button onClick={() => void undo()}>{begin.undo}</Button>
      </div>
    </section>
  );
}
