import type { Offers } from "#lib/referral/referral-view.ts";

type Situation = NonNullable<Offers["correct"]>;

/** A field of the situation by the name it has in the form: what stands in it, in codes, and how that reads. */
export type Field = { name: "situations" | "contact" | `answers.${string}`; label: string; value: string[] };
export type Labels = { situations: string; contact: string };

/** Every field of a situation, in the order of the form. */
function fieldsOf({ situations, questions, contact }: Situation, labels: Labels): Field[] {
  return [
    {
      name: "situations",
      label: labels.situations,
      value: situations.filter(({ given }) => given).map(({ code }) => code),
    },
    ...questions.map(
      ({ code, text, given }): Field => ({
        name: `answers.${code}`,
        label: text,
        value: given ? [given] : [],
      }),
    ),
    { name: "contact", label: labels.contact, value: contact ? [contact] : [] },
  ];
}

/** The fields that somebody else has changed between two readings of a situation, as they stand now. */
export function changedSince(before: Situation, now: Situation, labels: Labels): Field[] {
  const stood = new Map(fieldsOf(before, labels).map(({ name, value }) => [name, value]));
  return fieldsOf(now, labels).filter(({ name, value }) => !sameCodes(value, stood.get(name) ?? []));
}

/** The same codes, in whatever order. */
export const sameCodes = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((code) => other.includes(code));
