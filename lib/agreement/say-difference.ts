import type { AgreementContent } from "./agreement.ts";
import { forAllLists } from "./common-lists.ts";
import { type Difference, differences, type Step } from "./differences.ts";
import { serviceLists } from "./lists.ts";
import { danishWhereEmpty, shownIn, type Words } from "./words.ts";

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

/** What a code is called, by the service and the list that it stands in, or by the service where a condition names it. */
type Meanings = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** A difference in plain words. `before` or `after` is null where there is nothing. */
export type Told = { where: string; before: string | null; after: string | null };

const isFields = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Tells everything in which two versions differ, each thing by what it is called there. A service that is new is told piece
 * by piece, so that it can be read; one that is retired by its name alone, since the version before tells the rest.
 */
export function sayDifferences(before: AgreementContent | null, after: AgreementContent, telling: Telling): Told[] {
  const contents = [...(before ? [danishWhereEmpty(before)] : []), danishWhereEmpty(after)];
  const meanings = meaningsOf(contents, telling.locale);
  const names = new Map(
    contents.flatMap(({ areas = [], meetings, services }) => [
      ...areas.map(({ code, text }) => [code, text[telling.locale]] as const),
      ...[...meetings, ...services].map(({ code, name }) => [code, name[telling.locale]] as const),
    ]),
  );
  return differences(danishWhereEmpty(before), danishWhereEmpty(after))
    .flatMap(pieces)
    .map((difference) => {
      const { of, list } = placeOf(difference.where);
      const own = (code: string) => meanings.get(`${of} ${list}`)?.get(code) ?? meanings.get(of)?.get(code);
      const nameOf = (code: string) => own(code) ?? names.get(code) ?? telling.nameOf(code);
      return sayDifference(difference, { ...telling, nameOf });
    });
}

/** No service is called so: what stands once. */
const once = ".";

/** The service that a difference is about, or what stands once, and the list of it. */
function placeOf([first, second, third]: readonly Step[]): { of: string; list: string } {
  const named = (step: Step | undefined) => (step && "part" in step ? step.part : "");
  const part = named(first);
  if ((part === "services" || part === "routes") && second && "item" in second)
    return { of: second.item, list: named(third) };
  return { of: once, list: part === "forAll" ? named(second) : part };
}

/** Conditions name situations, questions and answers; what a later version calls them stands. */
function meaningsOf(contents: readonly AgreementContent[], locale: keyof Words): Meanings {
  const all = new Map<string, Map<string, string>>();
  const learn = (key: string, items: readonly { code: string; text: Words }[]) => {
    const known = all.get(key) ?? new Map<string, string>();
    for (const { code, text } of items) known.set(code, text[locale]);
    all.set(key, known);
  };
  for (const { services, forAll: shared, external } of contents) {
    learn(once, [...shared.questions.flatMap(({ choices }) => choices), ...shared.questions]);
    for (const list of forAllLists) learn(`${once} ${list}`, shared[list]);
    learn(`${once} external`, external);
    for (const service of services) {
      const { code, key, questions, situations } = service;
      const asked = [...shared.questions, ...questions, ...key];
      learn(code, [...asked.flatMap(({ choices }) => choices), ...situations, ...asked]);
      for (const list of serviceLists) learn(`${code} ${list}`, service[list]);
      for (const list of ["key", "questions"] as const)
        learn(
          `${code} ${list}`,
          service[list].flatMap(({ choices }) => choices),
        );
    }
  }
  return all;
}

/**
 * A new service, series or activity piece by piece, without what it has nothing of; a retired one by its name. Of long lists of
 * names, only those that come and those that go.
 */
function pieces(difference: Difference): Difference[] {
  const { where, before, after } = difference;
  const [first, second] = where;
  const kind = first && "part" in first ? first.part : "";
  if (kind === "local") return where.length === 1 ? namesByKind(difference) : [onlyChanged(difference)];
  const coded = ["services", "meetings", "activities"].includes(kind);
  const whole = coded && second && "item" in second && where.length === 2;
  if (!whole) return [difference];
  if (after === undefined && isFields(before)) return [{ where, before: before["name"], after }];
  if (before !== undefined || !isFields(after)) return [difference];
  return Object.entries(after)
    .filter(([part, value]) => part !== "code" && !isNothing(value))
    .map(([part, value]) => ({ where: [...where, { part }], before: undefined, after: value }));
}

/** An empty list, and a text that is still to be written. */
const isNothing = (value: unknown) =>
  Array.isArray(value) ? value.length === 0 : isFields(value) && value["da"] === "";

/** Local names that come or go altogether, by their kinds. */
function namesByKind({ where, before = {}, after = {} }: Difference): Difference[] {
  const [old, next] = [before, after] as Record<string, unknown>[];
  return Object.keys({ ...old, ...next }).map((part) => ({
    where: [...where, { part }],
    before: old?.[part],
    after: next?.[part],
  }));
}

/** What both have is left out; where only the order is another, both stand as they are. */
function onlyChanged(difference: Difference): Difference {
  const [old, next] = [difference.before, difference.after].map((list) => (Array.isArray(list) ? list : [])) as [
    unknown[],
    unknown[],
  ];
  const [gone, come] = [old.filter((name) => !next.includes(name)), next.filter((name) => !old.includes(name))];
  if (gone.length + come.length === 0) return difference;
  const told = (list: unknown[]) => (list.length > 0 ? list : undefined);
  return { ...difference, before: told(gone), after: told(come) };
}

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
  if ("item" in step) return (step.words && shownIn(step.words, locale)) ?? nameOf(step.item) ?? step.item;
  return String(step.place + 1);
}

function sayValue(value: unknown, telling: Telling): string {
  const { locale, nameOf, partOf, yes, no } = telling;
  if (value === true) return yes;
  if (value === false) return no;
  if (Array.isArray(value)) return value.map((each) => sayValue(each, telling)).join(", ") || "–";
  if (typeof value === "string") return nameOf(value) ?? partOf(value) ?? sayDay(value);
  if (!isFields(value)) return String(value);
  const { da, en } = value;
  if (typeof da === "string" && typeof en === "string") return shownIn({ da, en }, locale);
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
