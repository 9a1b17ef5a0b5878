import type { AgreementContent } from "./agreement.ts";
import type { Flaw } from "./check-agreement.ts";
import { type Mistake, type Path, say } from "./mistake.ts";

const sentences: Record<string, (about: string) => string> = {
  "unknown-function": (about) => `there is no function with the code ${about}`,
  "function-cannot-refer": (about) => `${about} does not have the duty "refer"`,
  "function-cannot-receive": (about) => `${about} does not have the duty "receive"`,
  "function-without-post": (about) => `no unit has a post of ${about}`,
  "code-twice": (about) => `${about} is there already, for all services`,
  "situation-needed": () => "at least one",
  "unknown-service": (about) => `there is no service with the code ${about}`,
  "asks-about-nothing": () => "it rests on something that is not asked before it, or not of this service",
  "asked-later": () => "it rests on a question that is asked after it",
  "about-twice": () => "one fact is asked about twice",
  "letter-date-needed": () => 'an eviction counts from a letter: "key" asks for its day, "about": "letter-date"',
  "rule-never-reached": () => "the rule before it holds always, so it is never reached",
  "answer-without-receiver": () => "not every answer leads to a receiver: add a last rule without a condition",
  "destination-first": () => "one of them needs a destination, and there is none",
  "area-in-use": (about) => `there is no area with the code ${about}`,
};

/** Flaws as the screens know them, at their places in a file. What has a place of its own already is not told again. */
export function flawsInFile(content: AgreementContent, flaws: readonly Flaw[]): Mistake[] {
  return flaws.flatMap((flaw) => {
    if (flaw.code === "condition-of-nothing") return [];
    const says = sentences[flaw.code]?.(flaw.about) ?? `${flaw.code}: ${flaw.about}`;
    return placesOf(content, flaw).map((path) => say(path, says));
  });
}

function placesOf(content: AgreementContent, { part, field, code: flaw, about }: Flaw): Path[] {
  const [kind = "", code] = part.split(".");
  if (part === "areas")
    return [...inArea("services", content.services, about), ...inArea("activities", content.activities, about)];
  if (kind === "services") return inService(content, { code, field, about, flaw });
  const list = kind === "meetings" ? content.meetings : content.activities;
  const at = list.findIndex((each) => each.code === code);
  const here: Path = [kind, at];
  if (field === "participants") {
    const place = content.meetings[at]?.participants.findIndex((each) => each.function === about) ?? 0;
    return [[...here, field, place, "function"]];
  }
  if (field === "functions") return [[...here, field, content.activities[at]?.functions.indexOf(about) ?? 0]];
  return [[...here, field]];
}

type InService = { code: string | undefined; field: string; about: string; flaw: string };

const lists = ["situations", "key", "questions", "returnReasons", "outcomes", "places"] as const;

function inService({ services, routes }: AgreementContent, { code, field, about, flaw }: InService): Path[] {
  const service = services.findIndex((each) => each.code === code);
  const list = lists.find((each) => each === field);
  if (list) {
    const place = services[service]?.[list].findIndex((each) => each.code === about) ?? -1;
    return [["services", service, list, ...(place < 0 ? [] : [place]), ...(flaw === "code-twice" ? ["code"] : [])]];
  }
  if (field === "clock") return [["services", service, field]];
  const at = routes.findIndex((each) => each.service === code);
  const route = routes[at];
  if (!route) return [["services"]];
  if (field === "from" || field === "also") return [["routes", at, field, route[field].indexOf(about)]];
  if (flaw === "rule-never-reached") return [["routes", at, "to", ruleOf(field)]];
  if (flaw === "answer-without-receiver") return [["routes", at, "to"]];
  const rule = ruleOf(field);
  return [["routes", at, "to", rule, "functions", route.to[rule]?.functions.indexOf(about) ?? 0]];
}

const ruleOf = (field: string) => Number(/^to\.[rn](\d+)\./.exec(field)?.[1] ?? 0);

const inArea = (kind: string, list: readonly { area?: string }[], about: string): Path[] =>
  list.flatMap(({ area }, at) => (area === about ? [[kind, at, "area"]] : []));
