import type { Difference, Step } from "./differences.ts";
import type { Words } from "./words.ts";

/** What a difference is told with: the reader's language, names of functions and services, words for the parts. */
export type Telling = {
  locale: keyof Words;
  /** What a code is called, e.g. a function or a service; nothing for one that is only a code. */
  nameOf: (code: string) => string | undefined;
  /** What a part of the agreement is called, by its name in the data. */
  partOf: (name: string) => string | undefined;
  yes: string;
  no: string;
};

/** A difference in plain words. `before` or `after` is null where there is nothing. */
export type Told = { where: string; before: string | null; after: string | null };

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Tells one difference: where it is, what stood there, and what will stand there. */
export function sayDifference({ where, before, after }: Difference, telling: Telling): Told {
  return {
    where: where.map((step) => sayStep(step, telling)).join(" · "),
    before: before === undefined ? null : sayValue(before, telling),
    after: after === undefined ? null : sayValue(after, telling),
  };
}

function sayStep(step: Step, { locale, nameOf, partOf }: Telling): string {
  if ("part" in step) return partOf(step.part) ?? step.part;
  if ("item" in step) return (step.words && saidIn(step.words, locale)) ?? nameOf(step.item) ?? step.item;
  return String(step.place + 1);
}

/** Danish where there is no English yet. */
const saidIn = (words: Words, locale: keyof Words): string => words[locale] || words.da;

function sayValue(value: unknown, telling: Telling): string {
  const { locale, nameOf, partOf, yes, no } = telling;
  if (value === true) return yes;
  if (value === false) return no;
  if (Array.isArray(value)) return value.map((each) => sayValue(each, telling)).join(", ") || "–";
  if (typeof value === "string") return nameOf(value) ?? partOf(value) ?? sayDay(value);
  if (!isFields(value)) return String(value);
  const { da, en } = value;
  if (typeof da === "string" && typeof en === "string") return saidIn({ da, en }, locale);
  // A thing is told by what it is called; its code is for the machine.
  const called = ["name", "text", "title"].find((key) => isFields(value[key]));
  const rest = Object.entries(value).filter(([key]) => key !== called && !(called && key === "code"));
  const facts = rest.map(([key, each]) => `${partOf(key) ?? key}: ${sayValue(each, telling)}`).join("; ");
  if (!called) return facts;
  const name = sayValue(value[called], telling);
  return facts ? `${name} (${facts})` : name;
}

/** `12-24` and `2013-12-12` as days are written; anything else as it stands. */
function sayDay(text: string): string {
  const [, year, month, day] = /^(?:(\d{4})-)?(\d{2})-(\d{2})$/.exec(text) ?? [];
  return month && day ? [Number(day), Number(month), year].filter(Boolean).join(".") + (year ? "" : ".") : text;
}
