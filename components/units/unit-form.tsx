"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { Select, TextInput } from "#components/ui/text-input.tsx";
import { useUnitForm } from "#components/units/use-unit-form.ts";
import type { UnitsWords } from "#components/units/words.ts";
import { unitKinds } from "#lib/agreement/parties.ts";
import type { Day } from "#lib/calendar/day.ts";

type Option = { value: string; label: string };
type Values = { kind: string; parent: string; name: string; short: string; from: string };

/** A new unit: what it is, what it lies under, and what it is called from which day. */
export function UnitForm({ parents, today, words }: { parents: readonly Option[]; today: Day; words: UnitsWords }) {
  const { units: t, form: say } = words;
  const form = useUnitForm<Values, { id: string }>({
    id: "unit",
    act: "",
    defaults: { kind: "helhedsplan", parent: "", name: "", short: "", from: "" },
    words,
    done: t.added,
    next: ({ id }) => `/admin/units/${id}`,
  });
  return (
    <ActForm form={form}>
      <Select {...form.input("kind")} label={t.kind}>
        {unitKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t.kinds[kind]}
          </option>
        ))}
      </Select>
      <Select {...form.input("parent")} label={t.parent}>
        <option value="">{t.noParent}</option>
        {parents.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <TextInput {...form.input("name")} label={t.name} />
      <TextInput {...form.input("short")} label={t.short} hint={t.shortHint} width="short" />
      <DateField
        form={form}
        name="from"
        label={t.from}
        hint={say.dateHint}
        today={today}
        quick={[{ label: say.today, day: today }]}
      />
      <Submit form={form}>{t.addDo}</Submit>
    </ActForm>
  );
}
