"use client";

import { useState } from "react";
import { useWatch } from "react-hook-form";
import type { ActForm } from "#components/form/use-act-form.ts";
import { changedSince, type Field, sameCodes } from "#components/referral/acts/changed-since.ts";
import type { Correction } from "#components/referral/acts/telling-forms.tsx";
import { useReferral } from "#components/referral/referral-context.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Button } from "#components/ui/button.tsx";
import { Table } from "#components/ui/table.tsx";
import { formatDanishDate, parseDanishDate } from "#lib/calendar/danish-date.ts";
import type { Day } from "#lib/calendar/day.ts";
import { fill } from "#lib/fill.ts";
import type { Offers } from "#lib/referral/referral-view.ts";
import { contacts } from "#lib/referral/words.ts";

type Situation = NonNullable<Offers["correct"]>;

/**
 * What somebody else has put right since the form was opened, beside what stands in it: nobody writes over what they have
 * not seen. A field that says the same by now is left out, and one button takes the other's.
 */
export function Meanwhile({ form, now }: { form: ActForm<Correction>; now: Situation }) {
  const { view, words } = useReferral();
  const [began] = useState(now);
  const values = useWatch({ control: form.rhf.control });
  const t = words.acts.correct;
  const mine = ({ name }: Field): string[] => {
    const value = name.startsWith("answers.")
      ? values.answers?.[name.slice("answers.".length)]
      : values[name as "contact"];
    const codes = [value ?? []].flat().filter((code) => typeof code === "string" && code !== "");
    return isDate(now, name) ? codes.map((typed) => parseDanishDate(typed, view.today) ?? typed) : codes;
  };
  const { situations, contact } = words.referral;
  const differing = changedSince(began, now, { situations, contact }).filter(
    (field) => !sameCodes(field.value, mine(field)),
  );
  if (differing.length === 0) return null;
  const label = labelsIn(now, words.referral.contacts);
  const shown = (field: Field, codes: readonly string[]) =>
    codes.map((code) => (isDate(now, field.name) ? dateWords(code) : label(field.name, code))).join(" · ") || "–";
  const take = ({ name, value }: Field) => {
    const taken = name === "situations" ? value : (value[0] ?? "");
    form.rhf.setValue(name, isDate(now, name) ? dateWords(String(taken)) : (taken as string), { shouldDirty: true });
  };
  return (
    <Banner kind="warning" live>
      <Table
        caption={t.meanwhile}
        columns={[
          { key: "field", head: t.field, names: true, card: "beside", cell: (field) => field.label },
          { key: "now", head: t.now, card: "short", cell: (field) => shown(field, field.value) },
          { key: "mine", head: t.mine, card: "short", cell: (field) => shown(field, mine(field)) },
          {
            key: "take",
            head: t.take,
            card: "action",
            align: "end",
            cell: (field) => (
              <Button aria-label={fill(t.takeOf, { field: field.label })} onClick={() => take(field)}>
                {t.take}
              </Button>
            ),
          },
        ]}
        rows={differing}
        rowKey={({ name }) => name}
      />
    </Banner>
  );
}

const isDate = ({ questions }: Situation, name: Field["name"]) =>
  questions.some(({ code, answer }) => `answers.${code}` === name && answer !== "one");

const dateWords = (day: string) => (/^\d{4}-/.test(day) ? formatDanishDate(day as Day) : day);

const labelsIn = ({ situations, questions }: Situation, spoken: Readonly<Record<string, string>>) => {
  const named = new Map<string, string>([
    ...situations.map(({ code, label }): [string, string] => [`situations ${code}`, label]),
    ...questions.flatMap((question) =>
      question.choices.map(({ code, label }): [string, string] => [`answers.${question.code} ${code}`, label]),
    ),
    ...contacts.map((code): [string, string] => [`contact ${code}`, spoken[code] ?? code]),
  ]);
  return (name: Field["name"], code: string) => named.get(`${name} ${code}`) ?? code;
};
