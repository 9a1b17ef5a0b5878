import type { AgreementContent, Condition, OwnService, Question, Route } from "./agreement.ts";
import { askedTooEarly } from "./lists.ts";
import type { Duty } from "./parties.ts";
import { withoutDestination } from "./service-of.ts";
import type { Code, Words } from "./words.ts";

/** A function of the directory, as a revision has to know it. `staffed`: some unit has a post of it. */
export type KnownFunction = { code: Code; duties: readonly Duty[]; staffed: boolean };

/** The same as a form of the revision shows it. */
export type NamedFunction = KnownFunction & { name: Words };

/** The same as the directory has it. `lasting`: a post of it has no last day. `held`: somebody has such a post for good. */
export type DirectoryFunction = NamedFunction & { lasting: boolean; held: boolean };

/**
 * What an agreement says that cannot be: `part` is the piece it stands in (`services.SKP`), `field` the field of that
 * piece's form, `code` the sentence, `about` the function or choice that is meant.
 */
export type Flaw = { part: string; field: string; code: string; about: Code };

/** What a function is named for: to refer, to receive (which takes a post), or only to be there with a post. */
type Must = "refer" | "receive" | "be-there";

/**
 * What the shape alone does not tell: every function is there, does what it is named for and has a post; every condition
 * asks about something that is asked, and before; every answer leads to a receiver; every code is there once, a service's own
 * and those of all together; a service has a situation, and a fact one question.
 */
export function checkAgreement(content: AgreementContent, functions: readonly KnownFunction[]): Flaw[] {
  const known = new Map(functions.map((each) => [each.code, each]));
  const flawOf = (code: Code, must?: Must) => {
    const found = known.get(code);
    if (!found) return "unknown-function";
    if ((must === "refer" || must === "receive") && !found.duties.includes(must)) return `function-cannot-${must}`;
    return (must === "receive" || must === "be-there") && !found.staffed ? "function-without-post" : null;
  };
  const within = (part: string, field: string, codes: readonly Code[], must?: Must): Flaw[] =>
    codes.flatMap((about) => {
      const code = flawOf(about, must);
      return code ? [{ part, field, code, about }] : [];
    });
  return [
    ...content.routes.flatMap((route) => {
      const part = `services.${route.service}`;
      return [
        ...within(part, "from", route.from, "refer"),
        ...route.to.flatMap(({ functions: codes }, at) => within(part, receiversField(at), codes, "receive")),
        ...within(part, "also", route.also, "receive"),
        ...conditionsOf(content, route),
      ];
    }),
    ...content.services.flatMap((service) => [...twice(content, service), ...serviceFlaws(content, service)]),
    ...content.meetings.flatMap(({ code, convener, participants }) => [
      ...within(`meetings.${code}`, "convener", [convener], "be-there"),
      ...within(
        `meetings.${code}`,
        "participants",
        participants.map((each) => each.function),
      ),
    ]),
    ...content.activities.flatMap(({ code, functions: codes }) => within(`activities.${code}`, "functions", codes)),
    ...areaFlaws(content),
    ...withoutDestination(content).map(({ code }) => ({
      part: `services.${code}`,
      field: "returnReasons",
      code: "destination-first",
      about: code,
    })),
  ];
}

/** The field of a route's rule, as its form names it. */
export const receiversField = (at: number): string => `to.r${at}.first`;

function conditionsOf({ services }: AgreementContent, { service, to }: Route): Flaw[] {
  const own = services.find(({ code }) => code === service);
  if (!own) return [];
  const part = `services.${service}`;
  const always = to.findIndex(({ when }) => !when);
  const rules = to.flatMap(({ when }, at) => {
    if (when && !canHold(own, when)) return [{ code: "condition-of-nothing", at }];
    return always >= 0 && at > always ? [{ code: "rule-never-reached", at }] : [];
  });
  const open =
    rules.length === 0 && always < 0 && !everyAnswerLeads(own, to)
      ? [{ code: "answer-without-receiver", at: to.length - 1 }]
      : [];
  return [...rules, ...open].map(({ code, at }) => ({ part, field: receiversField(at), code, about: service }));
}

type Sayable = { key: readonly Question[]; situations: readonly { code: Code }[] };

/** Can it ever hold, where these questions are asked and these situations chosen from? */
export function canHold({ key, situations }: Sayable, when: Condition): boolean {
  if ("situation" in when) return when.situation.every((code) => situations.some((each) => each.code === code));
  const choices = key.find(({ code }) => code === when.question)?.choices ?? [];
  return when.oneOf.every((code) => choices.some((choice) => choice.code === code));
}

/** Is there a question that everybody answers, and a rule for each of its answers? */
const everyAnswerLeads = ({ key }: OwnService, to: Route["to"]): boolean =>
  key.some(({ code, optional, onlyIf, choices }) => {
    const led = to.flatMap(({ when }) => (when && "question" in when && when.question === code ? when.oneOf : []));
    return !optional && !onlyIf && choices.length > 0 && choices.every((choice) => led.includes(choice.code));
  });

function serviceFlaws({ services, forAll }: AgreementContent, service: OwnService): Flaw[] {
  const { key, questions, situations, clock } = service;
  const flaw = (field: string, code: string, about: Code = service.code): Flaw => ({
    part: `services.${service.code}`,
    field,
    code,
    about,
  });
  const rests = (list: readonly Question[], said: Sayable) =>
    list.filter(({ onlyIf, choices }) =>
      [onlyIf, ...choices.map((choice) => choice.onlyIf)].some((when) => when && !canHold(said, when)),
    );
  // What is asked later rests on what was answered then, and on nothing of the referral.
  const later = { key: [...questions, ...forAll.questions], situations: [] };
  const early = askedTooEarly(service);
  const facts = key.flatMap(({ about }) => about ?? []);
  return [
    ...(situations.length === 0 ? [flaw("situations", "situation-needed")] : []),
    ...situations.flatMap(({ alsoRefer }) =>
      alsoRefer && !services.some(({ code }) => code === alsoRefer)
        ? [flaw("situations", "unknown-service", alsoRefer)]
        : [],
    ),
    ...rests(key, service).map(({ code }) => flaw("key", "asks-about-nothing", code)),
    ...rests(questions, later).map(({ code }) => flaw("questions", "asks-about-nothing", code)),
    ...(early ? [flaw("key", "asked-later", early.code)] : []),
    ...(new Set(facts).size < facts.length ? [flaw("key", "about-twice")] : []),
    ...(clock === "eviction" && !facts.includes("letter-date") ? [flaw("clock", "letter-date-needed")] : []),
  ];
}

const shared = ["questions", "returnReasons", "outcomes", "places"] as const;

/** A service's own codes and those of all services stand in one list on the screen. */
function twice({ forAll, external }: AgreementContent, service: OwnService): Flaw[] {
  const common = { ...forAll, places: external };
  return shared.flatMap((field) =>
    service[field]
      .filter(({ code }) => common[field].some((each) => each.code === code))
      .map(({ code }) => ({ part: `services.${service.code}`, field, code: "code-twice", about: code })),
  );
}

function areaFlaws({ areas = [], services, activities }: AgreementContent): Flaw[] {
  return [...services, ...activities].flatMap(({ area }) =>
    area && !areas.some(({ code }) => code === area)
      ? [{ part: "areas", field: "rows", code: "area-in-use", about: area }]
      : [],
  );
}
