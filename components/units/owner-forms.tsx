"use client";

import { ActForm, Submit } from "#components/form/act-form.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { Select } from "#components/ui/text-input.tsx";
import { useUnitForm } from "#components/units/use-unit-form.ts";
import type { UnitsWords } from "#components/units/words.ts";
import type { Day } from "#lib/calendar/day.ts";
import { fill } from "#lib/fill.ts";

type Option = { value: string; label: string };
type Common = { words: UnitsWords };

/** One more housing organisation, from a day on. */
export function OwnerForm({
  unit,
  choices,
  today,
  words,
}: Common & { unit: string; choices: readonly Option[]; today: Day }) {
  const { units: t, form: say } = words;
  const form = useUnitForm<{ owner: string; from: string }>({
    id: "owner",
    act: "/owners",
    defaults: { owner: choices[0]?.value ?? "", from: "" },
    fixed: { unit },
    words,
    done: t.owners.added,
  });
  return (
    <ActForm form={form}>
      <Select {...form.input("owner")} label={t.owners.organisation}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <DateField
        form={form}
        name="from"
        label={t.from}
        hint={t.fromHint}
        today={today}
        quick={[{ label: say.today, day: today }]}
      />
      <Submit form={form} kind="secondary">
        {t.owners.addDo}
      </Submit>
    </ActForm>
  );
}

/** The helhedsplan belongs there no more, from a day on. */
export function EndOwnerForm({ unit, owner, today, words }: Common & { unit: string; owner: string; today: Day }) {
  const { units: t, form: say } = words;
  const form = useUnitForm<{ from: string }>({
    id: `end-owner-${owner}`,
    act: "/owners/end",
    defaults: { from: "" },
    fixed: { unit, owner },
    words,
    done: t.owners.ended,
  });
  return (
    <ActForm form={form}>
      <DateField
        form={form}
        name="from"
        label={t.endsFrom}
        hint={t.fromHint}
        today={today}
        quick={[{ label: say.today, day: today }]}
      />
      <Submit form={form} kind="danger">
        {t.owners.endDo}
      </Submit>
    </ActForm>
  );
}

/** Asks that this organisation answers for the helhedsplan. */
export function AskResponsible({ unit, owner, name, words }: Common & { unit: string; owner: string; name: string }) {
  const { owners: t } = words.units;
  const form = useUnitForm<Record<string, never>>({
    id: `responsible-${owner}`,
    act: "/responsible",
    defaults: {},
    fixed: { unit, owner },
    words,
    done: t.asked,
  });
  return (
    <ActForm form={form}>
      <Submit form={form} kind="secondary" asks={{ question: fill(t.makeSure, { name }), yes: t.makeYes, no: t.no }}>
        <span>{t.make}</span>
        <span className="unseen">{` ${name}`}</span>
      </Submit>
    </ActForm>
  );
}

type Answering = Common & { request: string; name: string; answer: "confirmed" | "refused" | "withdrawn" };

/** One answer to what was asked: yes, no, or taken back. */
export function AnswerResponsible({ request, name, answer, words }: Answering) {
  const { owners: t } = words.units;
  const { does, done } = t[answer];
  const form = useUnitForm<Record<string, never>>({
    id: `${answer}-${request}`,
    act: "/responsible/answer",
    defaults: {},
    fixed: { request, answer },
    words,
    done: fill(done, { name }),
  });
  return (
    <ActForm form={form}>
      <Submit
        form={form}
        kind={answer === "confirmed" ? "primary" : "secondary"}
        {...(answer === "confirmed" && {
          asks: { question: fill(t.confirmed.sure, { name }), yes: t.confirmed.yes, no: t.no },
        })}
      >
        <span>{does}</span>
        <span className="unseen">{` ${name}`}</span>
      </Submit>
    </ActForm>
  );
}
