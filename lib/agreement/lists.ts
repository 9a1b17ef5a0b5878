import type { NameConsent } from "../referral/words.ts";
import { ok, type Result, refused } from "../result.ts";
import type { AgreementContent, AnswerChoice, Condition, OwnService, Question, Reason, Route } from "./agreement.ts";
import type { Written } from "./codes.ts";
import { conditionOf } from "./condition.ts";
import type { OutcomeClass } from "./outcome-class.ts";
import type { Code, Words } from "./words.ts";
import { type WrittenRows, writeRows } from "./write-rows.ts";

/** The lists of a service that a form changes. `choices` are those of one of its questions, by the list that it stands in. */
export const serviceLists = [
  "situations",
  "key",
  "questions",
  "returnReasons",
  "outcomes",
  "outcomeMeans",
  "places",
] as const;
export type ServiceList = (typeof serviceLists)[number];
/** Where a service has questions: those it asks first, those that may be asked later, and the one of its follow-up. */
export const questionLists = ["key", "questions", "followUp"] as const;
export type QuestionList = (typeof questionLists)[number];
/** A list of a service, or with `question` the answers to choose between of that question. */
export type ListPlace =
  | { service: Code; list: ServiceList; question?: undefined }
  | { service: Code; list: QuestionList; question: Code };

/** A row as it is written: its words, and what its list says besides. */
export type WrittenRow = Written & {
  remove?: boolean | undefined;
  about?: Written | undefined;
  urgent?: boolean | undefined;
  alsoRefer?: Code | undefined;
  answer?: Question["answer"] | undefined;
  needs?: Reason["needs"];
  afterIdentity?: boolean | undefined;
  onlyAfterAsked?: boolean | undefined;
  wrong?: Reason["wrong"];
  outcomeClass?: OutcomeClass | undefined;
  neverListed?: boolean | undefined;
  onlyIf?: readonly string[] | undefined;
  rulesOut?: readonly NameConsent[] | undefined;
};
export type WrittenList = WrittenRows<WrittenRow>;

/** At most so many to choose from; of the answers to one question a few more. */
export const mostOf = (question: boolean): number => (question ? 12 : 7);

/** Answers that a new question begins with. */
export const yesAndNo = (): AnswerChoice[] => [
  { code: "JA", text: { da: "Ja", en: "Yes" } },
  { code: "NEJ", text: { da: "Nej", en: "No" } },
];

type Item = { code: Code; text: Words };
type Holder = { items: readonly Item[]; put: (items: Item[]) => OwnService; taken: readonly Code[] };

/** The list with its items, or null where the agreement has no such service or question. */
function holderOf(content: AgreementContent, { service, list, question }: ListPlace): Holder | null {
  const own = content.services.find(({ code }) => code === service);
  if (!own) return null;
  if (question !== undefined) {
    const asked = questionOf(own, list, question);
    if (!asked) return null;
    const put = (choices: Item[]) => withQuestion(own, list, { ...asked, choices: choices as AnswerChoice[] });
    return { items: asked.choices, put, taken: [] };
  }
  const others = list === "key" ? own.questions : list === "questions" ? own.key : [];
  return {
    items: own[list],
    put: (items) => ({ ...own, [list]: items }),
    taken: [...besides(content, list), ...others].map(({ code }) => code),
  };
}

/** What stands in one list on the screen with a list of a service. */
function besides({ forAll, external }: AgreementContent, list: ServiceList): readonly Item[] {
  if (list === "questions" || list === "outcomes") return forAll[list];
  if (list === "returnReasons") return [...forAll.returnReasons, ...forAll.redirectReasons];
  return list === "places" ? external : [];
}

/** A question of a service, by the list that it stands in. */
export function questionOf(service: OwnService, list: QuestionList, code: Code): Question | undefined {
  const all = list === "followUp" ? (service.followUp ? [service.followUp.question] : []) : service[list];
  return all.find((each) => each.code === code);
}

export function withQuestion(service: OwnService, list: QuestionList, question: Question): OwnService {
  if (list === "followUp")
    return service.followUp ? { ...service, followUp: { ...service.followUp, question } } : service;
  return { ...service, [list]: service[list].map((each) => (each.code === question.code ? question : each)) };
}

/**
 * A list of a service as it was written: reworded, added to, taken from and put in order. Refuses at the row: "words-needed",
 * "words-twice", "outcome-class", "one-condition", "still-asked-about" of what a condition rests on, "too-many-choices" and
 * "too-many-answers", "one-at-least", "asked-later" where a question would rest on one that comes after it, "not-found" and
 * "wrong-input".
 */
export function setList(content: AgreementContent, place: ListPlace, written: WrittenList): Result<AgreementContent> {
  const holder = holderOf(content, place);
  if (!holder) return refused("not-found");
  const rows = writeRows(holder.items, written, {
    taken: holder.taken,
    most: mostOf(place.question !== undefined),
    tooMany: place.question === undefined ? "too-many-choices" : "too-many-answers",
    says: (row, old) => (place.question === undefined ? saidOf(place.list, row, old) : choiceOf(row)),
  });
  if (!rows.ok) return rows;
  const { kept, removed } = rows.value;
  const needed = place.question !== undefined || place.list === "situations";
  if (kept.length === 0 && needed && holder.items.length > 0)
    return refused("one-at-least", `rows.${removed[0]}.remove`);
  const changed = holder.put(kept);
  const route = content.routes.find(({ service }) => service === place.service);
  const used = removed.find((code) => isAskedAbout(changed, route, place, code));
  if (used) return refused("still-asked-about", `rows.${used}.remove`);
  const early = place.list === "key" && place.question === undefined ? askedTooEarly(changed) : undefined;
  if (early) return refused("asked-later", `rows.${early.code}.da`);
  return ok(withService(content, changed));
}

export const withService = (content: AgreementContent, service: OwnService): AgreementContent => ({
  ...content,
  services: content.services.map((each) => (each.code === service.code ? service : each)),
});

/** What an item says besides its words, by its list. What is not said is left out. */
function saidOf(list: ServiceList, row: WrittenRow, old: Item | undefined): Result<object> {
  switch (list) {
    case "situations":
      return ok({ ...flags(row, "urgent"), ...(row.alsoRefer ? { alsoRefer: row.alsoRefer } : {}) });
    case "returnReasons":
      return ok(reasonOf(row));
    case "outcomes":
      return outcomeOf(row);
    case "key":
    case "questions":
      return ok(questionLike(row, old));
    case "outcomeMeans":
    case "places":
      return ok({});
  }
}

const flags = (row: WrittenRow, ...names: ("urgent" | "afterIdentity" | "onlyAfterAsked" | "neverListed")[]) =>
  Object.fromEntries(names.flatMap((name) => (row[name] ? [[name, true]] : [])));

export const reasonOf = (row: WrittenRow): object => ({
  ...(row.needs ? { needs: row.needs } : {}),
  ...flags(row, "afterIdentity", "onlyAfterAsked"),
  ...(row.wrong ? { wrong: row.wrong } : {}),
});

export const outcomeOf = (row: WrittenRow): Result<object> =>
  row.outcomeClass
    ? ok({ outcomeClass: row.outcomeClass, ...flags(row, "neverListed") })
    : refused("outcome-class", "outcomeClass");

/** A question keeps what its own form says; a new one begins with yes and no, or with a day. */
export function questionLike({ answer = "one" }: WrittenRow, old: object | undefined): object {
  return old ?? { answer, choices: answer === "one" ? yesAndNo() : [] };
}

export function choiceOf({ urgent, onlyIf = [], rulesOut = [] }: WrittenRow): Result<object> {
  const when = conditionOf(onlyIf);
  if (!when) return refused("one-condition", "onlyIf");
  return ok({
    ...(urgent ? { urgent: true } : {}),
    ...(when === "always" ? {} : { onlyIf: when }),
    ...(rulesOut.length > 0 ? { rulesOut: [...rulesOut] } : {}),
  });
}

/** Every condition of a service and its route, with what it belongs to. */
export function conditionsOf({ key, questions, followUp }: OwnService, route?: Route): Condition[] {
  return [
    ...[...key, ...questions, ...(followUp ? [followUp.question] : [])].flatMap(conditionsIn),
    ...(route?.to ?? []).flatMap(({ when }) => when ?? []),
  ];
}

export const conditionsIn = ({ onlyIf, choices }: Question): Condition[] =>
  [onlyIf, ...choices.map((choice) => choice.onlyIf)].filter((each) => each !== undefined);

function isAskedAbout(
  service: OwnService,
  route: Route | undefined,
  { list, question }: ListPlace,
  code: Code,
): boolean {
  return conditionsOf(service, route).some((condition) => {
    if ("situation" in condition) return list === "situations" && condition.situation.includes(code);
    if (list !== "key" && list !== "questions") return false;
    return question === undefined
      ? condition.question === code
      : condition.question === question && condition.oneOf.includes(code);
  });
}

/** Does a first question rest on one that is asked after it, or on itself? */
export function askedTooEarly({ key }: OwnService): Question | undefined {
  return key.find((each, at) =>
    conditionsIn(each).some((when) => "question" in when && key.findIndex(({ code }) => code === when.question) >= at),
  );
}
