"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { useUnitForm } from "#components/units/use-unit-form.ts";
import type { UnitsWords } from "#components/units/words.ts";
import type { Day } from "#lib/calendar/day.ts";

type Props = { unit: string; name: string; short: string; today: Day; words: UnitsWords };

/** Another name for a unit, from a day on. */
export function RenameForm({ unit, name, short, today, words }: Props) {
  const { units: t, form: say } = words;
  const form = useUnitForm<{ name: string; short: string; from: string }>({
    id: "rename",
    act: "/rename",
    defaults: { name, short, from: "" },
    fixed: { unit },
    words,
    done: t.renamed,
  });
  return (
    <ActForm form={form}>
      <TextInput {...form.input("name")} label={t.name} />
      <TextInput {...form.input("short")} label={t.short} hint={t.shortHint} width="short" />
      <DateField
        form={form}
        name="from"
        label={t.from}
        hint={t.fromHint}
        today={today}
        quick={[{ label: say.today, day: today }]}
      />
      <Submit form={form} kind="secondary">
        {t.renameDo}
      </Submit>
    </ActForm>
  );
}
