"use client";

import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Select, TextInput } from "#components/ui/text-input.tsx";
import type { MeetingSeries } from "#lib/agreement/agreement.ts";

type Option = { value: string; label: string };
type Values = { every: string; count: string; convener: string; participants: Record<string, string> };
type Props = { series: MeetingSeries; functions: readonly Option[]; words: RevisionWords };

const attending = ["always", "twice-a-year-or-as-needed", "as-needed"] as const;

/** How often a series meets, who calls it, and who takes part how. */
export function MeetingForm({ series, functions, words }: Props) {
  const { revision: t, agreement } = words;
  const { cadence, convener, participants } = series;
  const every = "everyWeeks" in cadence ? "weeks" : "year";
  const attends = (code: string) => participants.find((each) => each.function === code)?.attends ?? "never";
  const form = usePieceForm<Values>({
    id: "meeting",
    act: "/meeting",
    defaults: {
      every,
      count: String("everyWeeks" in cadence ? cadence.everyWeeks : cadence.timesAYear),
      convener,
      participants: Object.fromEntries(functions.map(({ value }) => [value, attends(value)])),
    },
    fixed: { series: series.code },
    words,
  });
  return (
    <section className="stack">
      <h2>{t.cadence}</h2>
      <ActForm form={form}>
        <Choice
          {...form.choice("every")}
          kind="one"
          legend={t.every}
          chosen={[every]}
          options={[
            { value: "weeks", label: t.weeks },
            { value: "year", label: t.year },
          ]}
        />
        <TextInput {...form.input("count")} label={t.count} width="date" inputMode="numeric" />
        <Select {...form.input("convener")} label={t.convener}>
          {functions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <fieldset className="stack">
          <legend>{t.participants}</legend>
          <div className="attending">
            {functions.map(({ value, label }) => (
              <Select key={value} {...form.input(`participants.${value}`)} label={label}>
                {attending.map((how) => (
                  <option key={how} value={how}>
                    {agreement.attends[how]}
                  </option>
                ))}
                <option value="never">{t.never}</option>
              </Select>
            ))}
          </div>
        </fieldset>
        <Submit form={form}>{t.save}</Submit>
      </ActForm>
    </section>
  );
}
