"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { Select } from "#components/ui/text-input.tsx";
import { useUnitForm } from "#components/units/use-unit-form.ts";
import type { UnitsWords } from "#components/units/words.ts";
import type { Day } from "#lib/calendar/day.ts";

type Option = { value: string; label: string };
type Props = { unit: string; functions: readonly Option[]; today: Day; words: UnitsWords };

/** A function that the unit gets, from a day on. */
export function PostForm({ unit, functions, today, words }: Props) {
  const { units: t, form: say } = words;
  const [first] = functions;
  const form = useUnitForm<{ function: string; from: string }>({
    id: "post",
    act: "/posts",
    defaults: { function: first?.value ?? "", from: "" },
    fixed: { unit },
    words,
    done: t.postAdded,
  });
  return (
    <ActForm form={form}>
      <Select {...form.input("function")} label={t.function}>
        {functions.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <DateField
        form={form}
        name="from"
        label={t.from}
        hint={say.dateHint}
        today={today}
        quick={[{ label: say.today, day: today }]}
      />
      <Submit form={form} kind="secondary">
        {t.addPostDo}
      </Submit>
    </ActForm>
  );
}
