"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { useActForm } from "#components/form/use-act-form.ts";
import { type MeetingWords, timeWords } from "#components/meeting/words.ts";
import { Choice } from "#components/ui/choice.tsx";
import { Select, TextInput } from "#components/ui/text-input.tsx";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";
import type { CallChoices } from "#lib/meeting/meeting-view.ts";

type Values = { onDay: string; startsAt: string; place: string; posts: string[] };

type Props<Value> = {
  /** Of the form on its page. */
  id?: string;
  action: string;
  fixed?: Readonly<Record<string, string>>;
  choices: CallChoices;
  /** What stands in it at first. */
  given: { onDay: Day; startsAt: string; place: string | undefined; posts: readonly string[] };
  /** Why that day is proposed. */
  hint: string;
  submit: string;
  today: Day;
  words: MeetingWords;
  /** A key from the server, where the form can be sent before scripts run. */
  intent?: string;
  onDone: (value: Value) => void;
};

/** Day and time of a meeting, its place, and who comes. */
export function CallForm<Value>({
  id = "call",
  action,
  fixed = {},
  choices,
  given,
  hint,
  submit,
  today,
  words,
  intent,
  onDone,
}: Props<Value>) {
  const { call: say } = words.meetings;
  const chosen = choices.posts.map(({ id }) => id).filter((id) => given.posts.includes(id));
  const form = useActForm<Values, Value>({
    id,
    action,
    defaults: {
      onDay: formatDanishDate(given.onDay),
      startsAt: timeWords(given.startsAt, "da"),
      place: given.place ?? choices.places[0]?.id ?? "",
      posts: chosen,
    },
    fixed,
    ...(intent === undefined ? {} : { intent }),
    words: words.form,
    onDone,
  });
  /** Who always comes, and who is proposed this time with the reason; the others wait under "Efter behov". */
  const options = (now: boolean) =>
    choices.posts
      .filter(({ always, why }) => (always || why !== null) === now)
      .map(({ id, label, why }) => ({ value: id, label, note: why && say.why[why] }));
  return (
    <ActForm form={form}>
      <div className="when-row">
        <DateField form={form} name="onDay" label={say.day} hint={hint} today={today} />
        <TextInput {...form.input("startsAt")} label={say.time} hint={say.timeHint} width="date" inputMode="numeric" />
      </div>
      <Select {...form.input("place")} label={say.place}>
        {choices.places.map(({ id, label }) => (
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
        chosen={chosen}
        options={options(true)}
        {...(options(false).length > 0 && { more: { label: say.asNeeded, options: options(false) } })}
      />
      <Submit form={form}>{submit}</Submit>
    </ActForm>
  );
}
