"use client";

import { CadenceFields, type CadenceValues } from "#components/agreement/series/cadence-fields.tsx";
import type { Option } from "#components/agreement/service/list-fields.ts";
import { usePieceForm } from "#components/agreement/use-piece-form.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import { ActForm, Submit } from "#components/form/act-form.tsx";
import { FieldNote } from "#components/ui/field.tsx";
import { Select } from "#components/ui/text-input.tsx";
import type { MeetingSeries } from "#lib/agreement/agreement.ts";

type Values = CadenceValues & { participants: Record<string, string> };
type Props = {
  series: Pick<MeetingSeries, "code" | "cadence" | "convener" | "participants">;
  functions: readonly Option[];
  flaws?: Readonly<Record<string, string>> | undefined;
  words: RevisionWords;
};

const attending = ["always", "twice-a-year-or-as-needed", "as-needed"] as const;

/** How often a series meets, who calls it, and who is invited when. */
export function SeriesTermsForm({ series, functions, flaws, words }: Props) {
  const { revision: t, agreement } = words;
  const { cadence, convener, participants } = series;
  const every = "everyWeeks" in cadence ? "weeks" : "year";
  const attends = (code: string) => participants.find((each) => each.function === code)?.attends ?? "never";
  const form = usePieceForm<Values>({
    id: "series-terms",
    act: "/series/terms",
    defaults: {
      every,
      count: String("everyWeeks" in cadence ? cadence.everyWeeks : cadence.timesAYear),
      convener,
      participants: Object.fromEntries(functions.map(({ value }) => [value, attends(value)])),
    },
    fixed: { series: series.code },
    flaws,
    words,
  });
  const who = form.fieldId("participants");
  const error = form.summary.find((entry) => entry.id === who)?.message ?? flaws?.["participants"];
  return (
    <section className="stack">
      <h2>{t.cadence}</h2>
      <ActForm form={form}>
        <CadenceFields form={form} every={every} functions={functions} words={words} />
        <fieldset className="stack" id={who} tabIndex={-1} aria-describedby={error ? `${who}-error` : undefined}>
          <legend>{t.participants}</legend>
          <FieldNote id={who} error={error} />
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
        <Submit form={form} kind="secondary">
          {t.save}
        </Submit>
      </ActForm>
    </section>
  );
}
