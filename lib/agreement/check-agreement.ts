import type { AgreementContent, Condition, OwnService, Route } from "./agreement.ts";
import type { Duty } from "./parties.ts";
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
 * asks about something that is asked; every code is there once, a service's own and those of all together.
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
    ...content.services.flatMap((service) => twice(content, service)),
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
  ];
}

/** The field of a route's rule, as its form names it. */
export const receiversField = (at: number): string => `to.r${at}.first`;

function conditionsOf({ services }: AgreementContent, { service, to }: Route): Flaw[] {
  const own = services.find(({ code }) => code === service);
  if (!own) return [];
  return to.flatMap(({ when }, at) =>
    when && !canHold(own, when)
      ? [{ part: `services.${service}`, field: receiversField(at), code: "condition-of-nothing", about: service }]
      : [],
  );
}

function canHold({ key, situations }: OwnService, when: Condition): boolean {
  if ("situation" in when) return when.situation.every((code) => situations.some((each) => each.code === code));
  const choices = key.find(({ code }) => code === when.question)?.choices ?? [];
  return when.oneOf.every((code) => choices.some((choice) => choice.code === code));
}

const shared = ["questions", "returnReasons", "outcomes"] as const;

/** A service's own codes and those of all services stand in one list on the screen. */
function twice({ forAll }: AgreementContent, service: OwnService): Flaw[] {
  return shared.flatMap((field) =>
    service[field]
      .filter(({ code }) => forAll[field].some((each) => each.code === code))
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
