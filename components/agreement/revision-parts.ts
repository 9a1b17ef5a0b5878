import type { StepLacks } from "#components/agreement/first-steps.tsx";
import { functionName, type Naming, serviceByCode } from "#components/agreement/naming.ts";
import type { ShownTexts } from "#components/agreement/text-list-form.tsx";
import type { RevisionWords } from "#components/agreement/words.ts";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { Flaw, NamedFunction } from "#lib/agreement/check-agreement.ts";
import { forAllLists } from "#lib/agreement/common-lists.ts";
import { serviceLists } from "#lib/agreement/lists.ts";
import type { Step } from "#lib/agreement/steps.ts";
import { textListsOf } from "#lib/agreement/text-lists.ts";
import { shownIn, type Words } from "#lib/agreement/words.ts";
import { fill } from "#lib/fill.ts";

/** A piece of the agreement that has a page of its own in a revision. */
export type Part = { key: string; label: string };

/** The pieces that can be revised, in the order of the page. */
export function partsOf(content: AgreementContent, { revision: t }: RevisionWords, locale: keyof Words) {
  const of = (kind: string, list: readonly { code: string; name: Words }[]): Part[] =>
    list.map(({ code, name }) => ({ key: `${kind}.${code}`, label: shownIn(name, locale) }));
  return [
    { id: "functions", title: t.functions, parts: [{ key: "functions", label: t.editFunctions }] },
    {
      id: "services",
      title: t.editService,
      parts: [
        ...content.services.map(({ code }) => ({
          key: `services.${code}`,
          label: serviceByCode(content, code, locale),
        })),
        { key: "services", label: t.service.all },
        { key: "forAll", label: t.forAll },
      ],
    },
    {
      id: "meetings",
      title: t.editMeeting,
      parts: [...of("meetings", content.meetings), { key: "meetings", label: t.series.all }],
    },
    {
      id: "activities",
      title: t.editActivity,
      parts: [...of("activities", content.activities), { key: "activities", label: t.activity.all }],
    },
    {
      id: "words",
      title: t.editWords,
      parts: (["contract", "areas", "economy", "others", "local", "external", "workingDays"] as const).map((key) => ({
        key,
        label: key === "others" ? t.othersTitle : t[key],
      })),
    },
  ];
}

/** The page of a piece; each service, series and activity has its own. */
export const partHref = (part: string): string =>
  `/agreement/revision/${part.replace(/^(services|meetings|activities)\./, "$1/")}`;

/** What a piece is called, or undefined for one that there is not. */
export const partLabel = (parts: ReturnType<typeof partsOf>, key: string): string | undefined =>
  parts.flatMap((group) => group.parts).find((part) => part.key === key)?.label;

/** The page on which something that keeps a draft from being proposed is put right. */
export function flawPlace(parts: ReturnType<typeof partsOf>, { part, field }: Flaw): string {
  if (partLabel(parts, part) === undefined) return `/agreement/revision#${part}`;
  const lists = part === "forAll" ? forAllLists : part.startsWith("services.") ? serviceLists : [];
  const list = lists.find((each) => each === field);
  return list ? `${partHref(part)}/${list}` : partHref(part);
}

export type Saying = {
  parts: ReturnType<typeof partsOf>;
  /** A refusal in words. */
  say: (code: string) => string;
  /** What a part of the agreement is called. */
  partOf: (name: string) => string | undefined;
  words: RevisionWords;
};

/** What is missing or cannot be, in words: where, which text, list or function, and why. */
export function sayFlaw({ part, code, about }: Flaw, { parts, say, partOf, words }: Saying): string {
  const where = partLabel(parts, part) ?? partOf(part) ?? part;
  const missing = code === "text-missing" || code === "one-at-least";
  const what = missing && about !== part ? `${partOf(about) ?? about}. ${say(code)}` : say(code);
  return fill(words.revision.flaw, { where, what });
}

/** What a step of a first edition lacks: the names of its own texts and lists, and what is wrong besides. */
export function lacksOf({ step, state, flaws }: Step, saying: Saying): StepLacks {
  const { partOf, parts, words } = saying;
  const isOwn = ({ part, code }: Flaw) => !part.includes(".") && (code === "text-missing" || code === "one-at-least");
  const nameOf = ({ part, about }: Flaw) => (about === part ? words.revision.atLeastOne : (partOf(about) ?? about));
  return {
    names: step === "parties" && state === "missing" ? [words.revision.noUnits] : flaws.filter(isOwn).map(nameOf),
    problems: flaws
      .filter((flaw) => !isOwn(flaw))
      .map((flaw) => ({ text: sayFlaw(flaw, saying), href: flawPlace(parts, flaw) })),
  };
}

/** Functions to choose between, by one of their duties, or all; with those that are chosen already, whatever they can do now. */
export function optionsOf(
  functions: readonly NamedFunction[],
  { duty, chosen, naming }: { duty?: "refer" | "receive" | "any"; chosen: readonly string[]; naming: Naming },
) {
  const fitting = functions.filter(({ code, duties, staffed }) => {
    const fits =
      duty === "refer" || duty === "receive"
        ? duties.includes(duty)
        : duties.includes("refer") || duties.includes("receive");
    return duty === "any" || chosen.includes(code) || (fits && (duty === "refer" || staffed));
  });
  const gone = chosen.filter((code) => !functions.some((each) => each.code === code));
  return [...fitting.map(({ code }) => code), ...new Set(gone)].map((code) => ({
    value: code,
    label: functionName(naming, code),
  }));
}

/** The lists of texts of a piece, each with its title, what its fields are called, and what is missing in it. */
export function textsOf(
  content: AgreementContent,
  part: string,
  { revision: t, flaws }: Pick<RevisionWords, "revision"> & { flaws: (field: string) => string[] },
): ShownTexts[] {
  return textListsOf(content, part).map(({ address, items, most, fields }) => {
    const name = address.split(".").at(-1) ?? "";
    const place = content.contract.otherActivities[Number(name)]?.place;
    const called = (t.texts as Record<string, string>)[name] ?? name;
    return {
      id: `list-${name}`,
      address,
      items,
      most,
      title: place === undefined ? called : fill(t.placeTexts, { place }),
      fields: fields.map((field) =>
        field.name === "text" && fields.length === 1
          ? field
          : { ...field, label: t.field[field.name as keyof typeof t.field] },
      ),
      flaws: flaws(name),
    };
  });
}
