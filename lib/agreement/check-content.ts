import { type AgreementContent, type Condition, type OwnService, type Question, withoutConsent } from "./agreement.ts";
import { twice } from "./check-parties.ts";
import { activityTexts } from "./gaps.ts";
import { type Mistake, type Path, say } from "./mistake.ts";
import { longestText, type Words } from "./words.ts";

type Found = Mistake[];

/** What was agreed, by itself: each service has its route, conditions ask about what is asked, and nothing is empty. */
export function checkContent(content: AgreementContent): Found {
  const { contract, services, routes, meetings, activities, external, workingDays } = content;
  const known = new Set(services.map(({ code }) => code));
  const routed = new Set(routes.map(({ service }) => service));
  return [
    ...empty({ services, activities }, []),
    ...empty({ frame: contract.frame }, ["contract"]),
    ...unsaid(contract, ["contract"], ["title", "subject", "coordination", "revision"]),
    ...unsaid(contract.aims, ["contract", "aims"], ["intro", "closing"]),
    ...(contract.file ? [] : [say(["contract", "file"], "a text of 1 to 60 signs")]),
    ...(contract.date ? [] : [say(["contract", "date"], "a day that there is, as 2026-12-31")]),
    ...twice(services, ({ code }) => code, ["services"], "code"),
    ...services.flatMap((service, at) => ofService(content, service, ["services", at])),
    ...content.forAll.questions.flatMap((question, at) => ofQuestion(question, ["forAll", "questions", at], () => [])),
    ...(content.forAll.withdrawReasons.some(({ code, bySystem }) => code === withoutConsent && bySystem)
      ? []
      : [
          say(
            ["forAll", "withdrawReasons"],
            `one with the code ${withoutConsent} and "bySystem", for a consent that is gone`,
          ),
        ]),
    ...twice(routes, ({ service }) => service, ["routes"], "service"),
    ...routes.flatMap(({ service, from, to, also }, at) => [
      ...empty({ from, to }, ["routes", at]),
      ...to.flatMap(({ functions }, rule) => empty({ functions }, ["routes", at, "to", rule])),
      ...(known.has(service) ? [] : [say(["routes", at, "service"], `there is no service with the code ${service}`)]),
      ...once(from, ["routes", at, "from"]),
      ...once(also, ["routes", at, "also"]),
      ...to.flatMap(({ functions }, rule) => once(functions, ["routes", at, "to", rule, "functions"])),
    ]),
    ...services.flatMap(({ code }, at) =>
      routed.has(code) ? [] : [say(["services", at, "code"], `no route says who sends and who receives ${code}`)],
    ),
    ...twice(meetings, ({ code }) => code, ["meetings"], "code"),
    ...meetings.flatMap(({ participants, purposes }, at) => [
      ...twice(participants, (each) => each.function, ["meetings", at, "participants"], "function"),
      ...empty({ participants, purposes }, ["meetings", at]),
    ]),
    ...twice(activities, ({ code }) => code, ["activities"], "code"),
    ...activities.flatMap((activity, at) => [
      ...empty({ about: activity.about, functions: activity.functions }, ["activities", at]),
      ...unsaid(activity, ["activities", at], activityTexts),
    ]),
    ...twice(external, ({ code }) => code, ["external"], "code"),
    ...workingDays.exceptions.flatMap((each, at) =>
      isDayOfYear(each) ? [] : [say(["workingDays", "exceptions", at], "a day of the year, as 12-24")],
    ),
    ...once(workingDays.exceptions, ["workingDays", "exceptions"]),
  ];
}

const once = (codes: readonly string[], path: Path) => twice(codes, (each) => each, path);

const empty = (lists: Record<string, readonly unknown[]>, path: Path): Found =>
  Object.entries(lists).flatMap(([name, list]) => (list.length === 0 ? [say([...path, name], "at least one")] : []));

/** A draft may leave texts for later; a whole agreement says them. */
const unsaid = <K extends string>(texts: Record<K, Words>, path: Path, names: readonly K[]): Found =>
  names.flatMap((name) => (texts[name].da ? [] : [say([...path, name, "da"], `a text of 1 to ${longestText} signs`)]));

function ofService(content: AgreementContent, service: OwnService, path: Path): Found {
  const asked = [...service.key, ...service.questions, ...content.forAll.questions];
  const holds = (when: Condition, at: Path) => conditionFlaws(when, { service, asked }, at);
  return [
    ...empty({ situations: service.situations }, path),
    ...((service.basis === "decided-elsewhere") === (service.decidedBy !== undefined)
      ? []
      : [say([...path, "decidedBy"], 'who decides it, where "basis" is decided-elsewhere, and only there')]),
    ...service.situations.flatMap(({ alsoRefer }, at) =>
      alsoRefer === undefined || content.services.some(({ code }) => code === alsoRefer)
        ? []
        : [say([...path, "situations", at, "alsoRefer"], `there is no service with the code ${alsoRefer}`)],
    ),
    ...twice([...service.key, ...service.questions], ({ code }) => code, path).map(({ says }) =>
      say([...path, "questions"], `${says}, here and in "key"`),
    ),
    ...(["key", "questions"] as const).flatMap((list) =>
      service[list].flatMap((question, at) => ofQuestion(question, [...path, list, at], holds)),
    ),
    ...(service.followUp ? ofQuestion(service.followUp.question, [...path, "followUp", "question"], holds) : []),
    ...aboutTwice(service.key, [...path, "key"]),
    ...content.routes
      .flatMap((route, at) => (route.service === service.code ? route.to.map((rule, n) => ({ at, n, rule })) : []))
      .flatMap(({ at, n, rule }) => (rule.when ? holds(rule.when, ["routes", at, "to", n, "when"]) : [])),
  ];
}

function ofQuestion(question: Question, path: Path, holds: (when: Condition, at: Path) => Found): Found {
  return [
    ...twice(question.choices, ({ code }) => code, [...path, "choices"], "code"),
    ...(question.onlyIf ? holds(question.onlyIf, [...path, "onlyIf"]) : []),
    ...question.choices.flatMap(({ onlyIf }, at) => (onlyIf ? holds(onlyIf, [...path, "choices", at, "onlyIf"]) : [])),
  ];
}

type Asked = { service: OwnService; asked: readonly Question[] };

function conditionFlaws(when: Condition, { service, asked }: Asked, path: Path): Found {
  if ("situation" in when)
    return when.situation.flatMap((code, at) =>
      service.situations.some((each) => each.code === code)
        ? []
        : [say([...path, "situation", at], `${service.code} has no situation with the code ${code}`)],
    );
  const question = asked.find(({ code }) => code === when.question);
  if (!question) return [say([...path, "question"], `${service.code} asks no question with the code ${when.question}`)];
  return when.oneOf.flatMap((code, at) =>
    question.choices.some((choice) => choice.code === code)
      ? []
      : [say([...path, "oneOf", at], `${when.question} has no answer with the code ${code}`)],
  );
}

/** Age, children and the like are one fact each: a second question would write over the first. */
const aboutTwice = (key: readonly Question[], path: Path): Found =>
  key.flatMap(({ about }, at) =>
    about !== undefined && key.findIndex((each) => each.about === about) < at
      ? [say([...path, at, "about"], `${about} is asked about twice`)]
      : [],
  );

/** A leap year, so that the 29th of February is a day. */
function isDayOfYear(text: string): boolean {
  const date = new Date(`2028-${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === text;
}
