import type { AgreementContent } from "./agreement.ts";
import type { Flaw } from "./check-agreement.ts";
import { type Mistake, type Path, say } from "./mistake.ts";

const sentences: Record<string, (about: string) => string> = {
  "unknown-function": (about) => `there is no function with the code ${about}`,
  "function-cannot-refer": (about) => `${about} does not have the duty "refer"`,
  "function-cannot-receive": (about) => `${about} does not have the duty "receive"`,
  "function-without-post": (about) => `no unit has a post of ${about}`,
  "code-twice": (about) => `${about} is there already, for all services`,
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

function placesOf(content: AgreementContent, { part, field, about }: Flaw): Path[] {
  const [kind = "", code] = part.split(".");
  if (part === "areas")
    return [...inArea("services", content.services, about), ...inArea("activities", content.activities, about)];
  if (kind === "services") return inService(content, { code, field, about });
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

type InService = { code: string | undefined; field: string; about: string };

function inService({ services, routes }: AgreementContent, { code, field, about }: InService): Path[] {
  if (field === "questions" || field === "returnReasons" || field === "outcomes") {
    const at = services.findIndex((each) => each.code === code);
    const place = services[at]?.[field].findIndex((each) => each.code === about) ?? 0;
    return [["services", at, field, place, "code"]];
  }
  const at = routes.findIndex((each) => each.service === code);
  const route = routes[at];
  if (!route) return [["services"]];
  if (field === "from" || field === "also") return [["routes", at, field, route[field].indexOf(about)]];
  const rule = Number(/^to\.r(\d+)\./.exec(field)?.[1] ?? 0);
  return [["routes", at, "to", rule, "functions", route.to[rule]?.functions.indexOf(about) ?? 0]];
}

const inArea = (kind: string, list: readonly { area?: string }[], about: string): Path[] =>
  list.flatMap(({ area }, at) => (area === about ? [[kind, at, "area"]] : []));
