"use client";

import { lazy, Suspense } from "react";
import type { MeetingWords } from "#components/meeting/words.ts";
import { Disclosure } from "#components/ui/disclosure.tsx";
import type { Day } from "#lib/calendar/day.ts";
import { fill } from "#lib/fill.ts";
import type { MeetingsView } from "#lib/meeting/meeting-view.ts";

/** Fetched by whoever may call a meeting, and nobody else: the page's first load stays under 180 kB that way. */
const CallForm = lazy(async () => ({
  default: (await import("#components/meeting/call-form.tsx")).CallForm<{ id: string }>,
}));

type Call = MeetingsView["calls"][number];
type Props = {
  call: Call;
  /** Is it what one comes for? Else it waits under its heading: a thematic meeting is called once a year. */
  first: boolean;
  today: Day;
  words: MeetingWords;
  /** A key from the server, where the form can be sent before scripts run. */
  intent: string;
  onDone: (called: { id: string }) => void;
};

/** The form that calls a meeting of one series, with the agreement's proposal in it. */
export function CallNext({ call, first, today, words, intent, onDone }: Props) {
  const { call: say } = words.meetings;
  const title = fill(say.title, { series: call.name.charAt(0).toLowerCase() + call.name.slice(1) });
  const form = (
    <Suspense>
      <CallForm
        id={`call-${call.series}`}
        action="/api/meetings"
        fixed={{ series: call.series }}
        choices={call}
        given={{
          onDay: call.suggested,
          startsAt: "09:30",
          place: call.inTurn,
          posts: call.posts.filter(({ always, why }) => always || why !== null).map(({ id }) => id),
        }}
        hint={cadenceWords(call.cadence, say)}
        submit={say.submit}
        today={today}
        words={words}
        intent={intent}
        onDone={onDone}
      />
    </Suspense>
  );
  if (!first) return <Disclosure label={title}>{form}</Disclosure>;
  return (
    <>
      <h2>{title}</h2>
      {form}
    </>
  );
}

function cadenceWords(cadence: Call["cadence"], { suggested, yearly, timesAYear }: MeetingWords["meetings"]["call"]) {
  if ("everyWeeks" in cadence) return fill(suggested, { weeks: String(cadence.everyWeeks) });
  return cadence.timesAYear === 1 ? yearly : fill(timesAYear, { times: String(cadence.timesAYear) });
}
