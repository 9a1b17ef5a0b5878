"use client";

import { useRouter } from "next/navigation";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { type ActFormWords, useActForm } from "#components/form/use-act-form.ts";
import { Select, TextInput } from "#components/ui/text-input.tsx";
import { formatDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";

type Values = { person: string; code: string; from: string; to: string };

export type SearchWords = Record<
  "title" | "hint" | "person" | "everybody" | "code" | "codeHint" | "from" | "to" | "do",
  string
>;

/** By person, by code, by period. It is sent and never stands in an address; the log says that it was asked. */
export function LogSearchForm({
  people,
  given,
  today,
  intent,
  words,
  form: formWords,
}: {
  people: readonly { id: string; name: string }[];
  given: { person: string | null; code: string | null; from: Day; to: Day };
  today: Day;
  intent: string;
  words: SearchWords;
  form: ActFormWords;
}) {
  const router = useRouter();
  const form = useActForm<Values, { id: string }>({
    id: "log",
    passing: true,
    action: "/api/log/search",
    defaults: {
      person: given.person ?? "",
      code: given.code ?? "",
      from: formatDanishDate(given.from),
      to: formatDanishDate(given.to),
    },
    intent,
    words: formWords,
    onDone: ({ id }) => router.push(`/log?search=${id}`),
  });
  return (
    <section className="panel stack" aria-labelledby="log-search">
      <h2 id="log-search">{words.title}</h2>
      <p className="hint">{words.hint}</p>
      <ActForm form={form} enter>
        <Select {...form.input("person")} label={words.person}>
          <option value="">{words.everybody}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <TextInput
          {...form.input("code")}
          label={words.code}
          hint={words.codeHint}
          width="short"
          autoCapitalize="characters"
        />
        <div className="when-row">
          <DateField form={form} name="from" label={words.from} today={today} />
          <DateField form={form} name="to" label={words.to} today={today} />
        </div>
        <Submit form={form}>{words.do}</Submit>
      </ActForm>
    </section>
  );
}
