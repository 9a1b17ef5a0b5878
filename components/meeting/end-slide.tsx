"use client";

import { useRouter } from "next/navigation";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import type { MeetingAct } from "#components/meeting/use-meeting-act.ts";
import { itemsWords, type MeetingWords, timeWords } from "#components/meeting/words.ts";
import { AskFirst } from "#components/ui/ask-first.tsx";
import { Select, TextInput } from "#components/ui/text-input.tsx";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import { fill } from "#lib/fill.ts";
import type { MeetingView } from "#lib/meeting/meeting-view.ts";
import { reopenMinutes } from "#lib/meeting/take-back.ts";

type Props = {
  view: MeetingView;
  words: MeetingWords;
  act: MeetingAct;
};

/** What is left, when the next meeting is, and the end. */
export function EndSlide({ view, words, act }: Props) {
  const { meeting } = words;
  const left = view.items.filter(({ outcome }) => outcome === null);
  const cases = left.filter(({ kind }) => kind === "case").length;
  return (
    <>
      <p>{left.length > 0 ? fill(meeting.end.left, { items: itemsWords(left, meeting) }) : meeting.end.none}</p>
      {view.quiet !== null && <p>{fill(meeting.agenda.quiet, { count: String(view.quiet) })}</p>}
      {view.convenes && cases > 0 && (
        <div className="actions">
          <AskFirst
            label={meeting.end.rest}
            question={fill(meeting.end.restSure, { count: String(cases) })}
            yes={fill(meeting.end.restYes, { count: String(cases) })}
            no={meeting.end.no}
            kind="secondary"
            onYes={() => void act({ action: `/api/meetings/${view.id}/rest` })}
          />
        </div>
      )}
      {view.convenes && <CloseForm view={view} words={words} left={left.length} />}
    </>
  );
}

type Values = { onDay: string; startsAt: string; place: string };

function CloseForm({ view, words, left }: Omit<Props, "act"> & { left: number }) {
  const router = useRouter();
  const { end } = words.meeting;
  const form = useActForm<Values>({
    id: "close",
    action: `/api/meetings/${view.id}/close`,
    defaults: {
      onDay: formatDanishDate(view.choices.suggested),
      startsAt: timeWords(view.startsAt, "da"),
      place: view.choices.inTurn,
    },
    words: words.form,
    onDone: () => router.push(`/meetings/${view.id}/minutes`),
  });
  return (
    <ActForm form={form}>
      <h2>{end.next}</h2>
      <div className="when-row">
        <DateField form={form} name="onDay" label={end.day} hint={words.form.dateHint} today={view.today} />
        <TextInput {...form.input("startsAt")} label={end.time} hint={end.timeHint} width="date" />
        <Select {...form.input("place")} label={end.place}>
          {view.choices.places.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </div>
      <p className="about">{end.closeNote}</p>
      <Submit
        form={form}
        asks={{
          question: fill(end.closeSure, {
            left: String(left),
            items: String(view.items.length),
            posts: String(view.choices.posts.filter(({ always }) => always).length),
            minutes: String(reopenMinutes),
          }),
          yes: end.closeYes,
          no: end.no,
        }}
      >
        {end.close}
      </Submit>
    </ActForm>
  );
}
