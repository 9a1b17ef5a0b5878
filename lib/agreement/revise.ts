import { parseDanishDate } from "../calendar/danish-date.ts";
import { day } from "../calendar/day.ts";
import { ok, type Result, refused } from "../result.ts";
import type { AgreementContent, OwnService, Route } from "./agreement.ts";
import { conditionOf } from "./condition.ts";
import type { Code } from "./words.ts";

/** The changes of a revision besides words. Each gives the agreement anew and leaves the old one as it was. */

function withService(
  content: AgreementContent,
  code: Code,
  change: (service: OwnService) => OwnService,
): Result<AgreementContent> {
  if (!content.services.some((each) => each.code === code)) return refused("not-found");
  return ok({ ...content, services: content.services.map((each) => (each.code === code ? change(each) : each)) });
}

export type WrittenRule = {
  first?: Code | undefined;
  others?: readonly Code[] | undefined;
  /** What was chosen of its condition; left out, the rule keeps its own. */
  when?: readonly string[] | undefined;
  remove?: boolean | undefined;
};

export type WrittenRoute = {
  from: readonly Code[];
  /** By the number of the rule, `r0` first, and new ones by `n1`: whom the agreement proposes, and whom one may choose too. */
  to: Readonly<Record<string, WrittenRule>>;
  /** The rules in the order in which they are tried. */
  order?: readonly string[] | undefined;
  also: readonly Code[];
};

/** Those who stay keep their places, those who are new come last: the order of the tiles is not the agreement's. */
const inPlace = (before: readonly Code[], after: readonly Code[]): Code[] => [
  ...before.filter((code) => after.includes(code)),
  ...after.filter((code) => !before.includes(code)),
];

/**
 * Who refers a service and who receives it, by which rule. Refuses "choose" where nobody is named, "one-condition" where a
 * rule asks about two things, "too-many-choices", and "wrong-input" for a rule that is not there.
 */
export function setRoute(
  content: AgreementContent,
  service: Code,
  { from, to, order = [], also }: WrittenRoute,
): Result<AgreementContent> {
  const route = content.routes.find((each) => each.service === service);
  if (!route) return refused("not-found");
  if (from.length === 0) return refused("choose", "from");
  const known = new Map(route.to.map((rule, at) => [`r${at}`, rule]));
  const keys = [...new Set([...order, ...known.keys()])];
  if ([...keys, ...Object.keys(to)].some((key) => !known.has(key) && !/^n\d{1,2}$/.test(key)))
    return refused("wrong-input");
  const rules: Route["to"] = [];
  for (const key of keys) {
    const [old, written] = [known.get(key), to[key]];
    if (written?.remove) continue;
    if (!old && !written?.first && !written?.others?.length && !written?.when?.length) continue;
    if (!written?.first) return refused("choose", `to.${key}.first`);
    const when = written.when ? conditionOf(written.when) : (old?.when ?? "always");
    if (!when) return refused("one-condition", `to.${key}.when`);
    const functions = [...new Set([written.first, ...inPlace(old?.functions ?? [], written.others ?? [])])];
    rules.push({ ...(when === "always" ? {} : { when }), functions });
    if (rules.length > mostRules) return refused("too-many-choices", `to.${key}.first`);
  }
  if (rules.length === 0) return refused("choose", `to.${keys[0] ?? "n1"}.first`);
  const first = new Set(rules.flatMap(({ functions }) => functions));
  const others = also.filter((code) => !first.has(code));
  const next = { ...route, from: inPlace(route.from, from), to: rules, also: inPlace(route.also, others) };
  return ok({ ...content, routes: content.routes.map((each) => (each.service === service ? next : each)) });
}

const mostRules = 7;

export type WrittenNorm = {
  answer: number;
  contact: number;
  question?: number | undefined;
  escalation?: number | undefined;
  nextStep?: number | undefined;
};

/** A service's norms in working days; those it leaves out are those of all services. */
export const setNorm = (content: AgreementContent, service: Code, norm: WrittenNorm): Result<AgreementContent> =>
  withService(content, service, (each) => ({
    ...each,
    norm: {
      ...Object.fromEntries(Object.entries(norm).filter(([, days]) => days !== undefined)),
      ...sourceOf(each.norm),
    } as OwnService["norm"],
  }));

/** The norms of every service that has none of its own. */
export const setCommonNorm = (
  content: AgreementContent,
  norm: AgreementContent["forAll"]["norm"],
): AgreementContent => ({
  ...content,
  forAll: { ...content.forAll, norm: { ...norm, ...sourceOf(content.forAll.norm) } },
});

const sourceOf = ({ source }: { source?: "contract" | "proposal" }) => (source ? { source } : {});

/** A leap year, so that the 29th of February is a day. */
const someYear = day("2028-01-01");

/** A comma between two digits is part of "24,12", unless a day and a month stand before it. */
const between = /[;\n]+|,(?!\d)|(?<=\p{L}\.?|[./]\d{1,2}\.?),/u;

/**
 * Days beside the holidays that are not working days, written "5.6., 24.12.". Refuses "day-of-year" at the field when one of
 * them is no day.
 */
export function setExceptions(content: AgreementContent, written: string): Result<AgreementContent> {
  const parts = written
    .split(between)
    .map((part) => part.trim())
    .filter(Boolean);
  const days = parts.map((part) => parseDanishDate(`${part.replace(/\.+$/, "")}.2028`, someYear));
  if (days.some((each) => each === null)) return refused("day-of-year", "exceptions");
  const exceptions = [...new Set(days.map((each) => String(each).slice(5)))].toSorted();
  return ok({ ...content, workingDays: { ...content.workingDays, exceptions } });
}

/** As they are written again: "5.6., 24.12." */
export const showExceptions = ({ workingDays }: AgreementContent): string =>
  workingDays.exceptions.map((each) => `${Number(each.slice(3))}.${Number(each.slice(0, 2))}.`).join(", ");
