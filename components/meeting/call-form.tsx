"use client";

import { useRouter } from "next/navigation";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/bound-fields.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import type { MeetingWords } from "#components/meeting/words.ts";
import { fill } from "#components/referral-form/fill.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Select, TextInput } from "#components/ui/text-input.tsx";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { MeetingsView } from "#lib/meeting/meeting-view.ts";

type Values = { onDay: string; startsAt: string; place: string; posts: string[] };

type Props = { call: NonNullable<MeetingsView["call"]>; today: Day; words: MeetingWords; intent: string };

/** Calls a meeting: day and time, place, and who comes. The day is proposed, and those who always come are chosen. */
export function CallForm({ call, today, words, intent }: Props) {
  const router = useRouter();
  const { call: say } = words.meetings;
  const always = call.posts.filter((post) => post.always).map(({ id }) => id);
  const form = useActForm<Values, { id: string }>({
    id: "call",
    action: "/api/meetings",
    defaults: {
      onDay: formatDanishDate(call.suggested),
      startsAt: "9.30",
      place: call.places[0]?.id ?? "",
      posts: always,
    },
    fixed: { series: call.series },
    intent,
    words: words.form,
    onDone: ({ id }) => router.push(`/meetings/${id}`),
  });
  const option = ({ id, label }: { id: string; label: string }) => ({ value: id, label });
  return (
    <ActForm form={form}>
      <div className="when-row">
        <DateField
          form={form}
          name="onDay"
          label={say.day}
          hint={fill(say.suggested, { weeks: String(call.everyWeeks) })}
          today={today}
        />
        <TextInput {...form.input("startsAt")} label={say.time} hint={say.timeHint} width="date" inputMode="numeric" />
      </div>
      <Select {...form.input("place")} label={say.place}>
        {call.places.map(({ id, label }) => (
          <option key={id} value={id}>
            {label}
          </option>
        ))}
      </Select>
      <Choice
        {...form.choice("posts")}
        kind="several"
        layout="grid"
        legend={say.posts}
        hint={say.postsHint}
        chosen={always}
        options={call.posts.filter((post) => post.always).map(option)}
        more={{ label: say.asNeeded, options: call.posts.filter((post) => !post.always).map(option) }}
      />
      <Submit form={form}>{say.submit}</Submit>
    </ActForm>
  );
}
