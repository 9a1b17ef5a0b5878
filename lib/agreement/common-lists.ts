import { ok, type Result, refused } from "../result.ts";
import {
  type AgreementContent,
  type Area,
  type Condition,
  type Question,
  type WithdrawReason,
  withoutConsent,
} from "./agreement.ts";
import { isWritten, wordsOf } from "./codes.ts";
import {
  choiceOf,
  conditionsIn,
  mostOf,
  outcomeOf,
  questionLike,
  reasonOf,
  type WrittenList,
  type WrittenRow,
} from "./lists.ts";
import { rewritten, type WrittenQuestion } from "./questions.ts";
import { withoutDestination } from "./service-of.ts";
import type { Code, Words } from "./words.ts";
import { writeRows } from "./write-rows.ts";

/** The lists that hold for every service. */
export const forAllLists = [
  "questions",
  "returnReasons",
  "redirectReasons",
  "outcomes",
  "onHold",
  "withdrawReasons",
  "reopenReasons",
  "voidReasons",
  "progress",
] as const;
/** Lists that stand once in the agreement: those, its areas, and where it points to outside. */
export const commonLists = [...forAllLists, "areas", "external"] as const;
export type CommonList = (typeof commonLists)[number];
/** Such a list, or with `question` the answers to choose between of that question. */
export type CommonPlace = { list: CommonList; question?: undefined } | { list: "questions"; question: Code };

type Item = { code: Code; text: Words };

/** An agreement without areas has a single one: the contract's subject. */
const areasIn = ({ areas, contract }: AgreementContent): readonly Area[] =>
  areas ?? (contract.subject.da ? [{ code: "OMRAADE", text: contract.subject }] : []);

/** What stands in such a list; null where there is no such question. */
export function commonItems(content: AgreementContent, { list, question }: CommonPlace): readonly Item[] | null {
  if (question !== undefined) return content.forAll.questions.find(({ code }) => code === question)?.choices ?? null;
  if (list === "areas") return areasIn(content);
  return list === "external" ? content.external : content.forAll[list];
}

/** So many destinations fit a list to choose from. */
const mostDestinations = 20;

/** At most so many stand in a list. */
export const mostIn = ({ list, question }: CommonPlace): number =>
  list === "external" ? mostDestinations : mostOf(question !== undefined);

/**
 * A list that stands once, as it was written: reworded, added to, taken from and put in order. Refuses what `writeRows`
 * refuses, and at the row: "outcome-class", "one-condition", "still-asked-about", "one-at-least" of what every agreement
 * has, "given-by-system", "area-in-use", "destination-kept" and "destination-first" while a reason needs a destination, and "not-found".
 *
 * @param had codes of destinations that there have been: none of them comes to mean another
 */
export function setCommonList(
  content: AgreementContent,
  place: CommonPlace,
  written: WrittenList,
  had: readonly Code[] = [],
): Result<AgreementContent> {
  const items = commonItems(content, place);
  if (!items) return refused("not-found");
  const { list, question } = place;
  const rows = writeRows(items, written, {
    taken: [...had, ...takenBeside(content, place)],
    most: mostIn(place),
    tooMany:
      question === undefined
        ? list === "external"
          ? "too-many-destinations"
          : "too-many-choices"
        : "too-many-answers",
    says: (row, old) => (question === undefined ? saidOf(list, row, old) : choiceOf(row)),
  });
  if (!rows.ok) return rows;
  const { kept, removed } = rows.value;
  const gone = (code: Code | undefined) => `rows.${code}.remove`;
  const next = put(content, place, { before: items, kept });
  const used = removed.find((code) => isUsed(content, next, { place, code }));
  if (used !== undefined) return refused(list === "areas" ? "area-in-use" : "still-asked-about", gone(used));
  const system = removed.find((code) => list === "withdrawReasons" && code === withoutConsent);
  if (system) return refused("given-by-system", gone(system));
  const chosen = kept.filter((item) => !(item as WithdrawReason).bySystem);
  if (chosen.length === 0 && items.length > 0 && (question !== undefined || needed.includes(list)))
    return refused("one-at-least", gone(removed[0]));
  const nowhere = withoutDestination(next).length > withoutDestination(content).length;
  if (nowhere && list === "external") return refused("destination-kept", gone(removed[0]));
  if (nowhere) return refused("destination-first");
  return ok(next);
}

/** Without one of each an agreement governs nothing. */
const needed: readonly CommonList[] = ["returnReasons", "redirectReasons", "withdrawReasons", "voidReasons"];

/** Codes that mean something else where both are shown. */
function takenBeside({ services, forAll }: AgreementContent, { list, question }: CommonPlace): Code[] {
  if (question !== undefined) return [];
  const own = (of: (service: AgreementContent["services"][number]) => readonly Item[]) =>
    services.flatMap(of).map(({ code }) => code);
  switch (list) {
    case "questions":
      return own(({ key, questions, followUp }) => [...key, ...questions, ...(followUp ? [followUp.question] : [])]);
    case "returnReasons":
    case "redirectReasons":
      return own(({ returnReasons }) => returnReasons);
    case "outcomes":
      return own(({ outcomes }) => outcomes);
    case "external":
      return own(({ places }) => places);
    case "withdrawReasons":
      return forAll.withdrawReasons.length === 0 ? [withoutConsent] : [];
    default:
      return [];
  }
}

/** What an item says besides its words, by its list. */
function saidOf(list: CommonList, row: WrittenRow, old: Item | undefined): Result<object> {
  const { source } = (old ?? {}) as { source?: string };
  const from = source ? { source } : {};
  switch (list) {
    case "questions":
      return ok(questionLike(row, old));
    case "returnReasons":
      return ok({ ...reasonOf(row), ...from });
    case "redirectReasons":
      return ok({ ...(row.wrong ? { wrong: row.wrong } : {}), ...from });
    case "outcomes":
      return outcomeOf(row);
    case "onHold":
      return ok({ needs: "date" });
    case "areas": {
      const about = wordsOf(row.about);
      return !about && isWritten(row.about) ? refused("words-needed", "about.da") : ok(about ? { about } : {});
    }
    default:
      return ok(old ?? {});
  }
}

type Putting = { before: readonly Item[]; kept: readonly Item[] };

function put(content: AgreementContent, { list, question }: CommonPlace, { before, kept }: Putting): AgreementContent {
  const inForAll = (part: object) => ({ ...content, forAll: { ...content.forAll, ...part } });
  if (question !== undefined)
    return inForAll({
      questions: content.forAll.questions.map((each) => (each.code === question ? { ...each, choices: kept } : each)),
    });
  if (list === "external") return { ...content, external: [...kept] };
  if (list === "areas") return withAreas(content, before, kept);
  if (list === "withdrawReasons" && !kept.some(({ code }) => code === withoutConsent))
    return inForAll({ [list]: [...kept, byConsent()] });
  return inForAll({ [list]: kept });
}

/** Nobody chooses it: it stands where a consent is gone. */
const byConsent = (): WithdrawReason => ({
  code: withoutConsent,
  text: { da: "Samtykket er trukket tilbage eller udløbet", en: "Consent was withdrawn or has expired" },
  bySystem: true,
});

/** What names no area belongs to the first one; it says so itself before another one is put first. */
function withAreas(content: AgreementContent, before: readonly Area[], kept: readonly Item[]): AgreementContent {
  const { areas, ...rest } = content;
  const unsaid = !areas && kept.length === before.length && kept.every((item, at) => isSame(item, before[at]));
  if (unsaid || kept.length === 0) return rest;
  const first = before[0]?.code;
  const belongs = <Thing extends { area?: Code }>(thing: Thing): Thing =>
    first === undefined || first === kept[0]?.code || thing.area ? thing : { ...thing, area: first };
  return {
    ...rest,
    areas: [...kept],
    services: content.services.map(belongs),
    activities: content.activities.map(belongs),
  };
}

const isSame = (item: Area, other: Area | undefined) =>
  other?.code === item.code && other.text.da === item.text.da && other.text.en === item.text.en && !item.about;

type Use = { place: CommonPlace; code: Code };

/** Does something rest on what went out? */
function isUsed(before: AgreementContent, { services, forAll }: AgreementContent, { place, code }: Use): boolean {
  const { list, question } = place;
  if (list === "areas") {
    const first = areasIn(before)[0]?.code === code;
    return [...before.services, ...before.activities].some(({ area }) => (area ? area === code : first));
  }
  if (list !== "questions") return false;
  return restingIn(
    services.flatMap((each) => each.questions),
    forAll.questions,
  ).some((when) =>
    "question" in when && question === undefined
      ? when.question === code
      : "question" in when && when.question === question && when.oneOf.includes(code),
  );
}

const restingIn = (...lists: (readonly Question[])[]): Condition[] => lists.flat().flatMap(conditionsIn);

/**
 * A question that holds for every service. Refuses at the field: "words-needed", "one-condition", "asks-about-nothing" of
 * what no other such question answers, "still-asked-about" and "not-found".
 */
export function setCommonQuestion(
  content: AgreementContent,
  code: Code,
  written: Omit<WrittenQuestion, "about" | "optional">,
): Result<AgreementContent> {
  const { questions } = content.forAll;
  const old = questions.find((each) => each.code === code);
  if (!old) return refused("not-found");
  const next = rewritten(old, { ...written, about: old.about, optional: old.optional });
  if (!next.ok) return next;
  const { onlyIf, choices } = next.value;
  if (
    onlyIf &&
    !isAnswered(
      onlyIf,
      questions.filter((each) => each.code !== code),
    )
  )
    return refused("asks-about-nothing", "onlyIf");
  const asked = restingIn(
    content.services.flatMap((each) => each.questions),
    questions,
  );
  const rests = asked.some((when) => "question" in when && when.question === code);
  if (old.choices.length > 0 && choices.length === 0 && rests) return refused("still-asked-about", "answer");
  const all = questions.map((each) => (each.code === code ? next.value : each));
  return ok({ ...content, forAll: { ...content.forAll, questions: all } });
}

const isAnswered = (when: Condition, questions: readonly Question[]): boolean =>
  "question" in when &&
  when.oneOf.every((answer) =>
    questions.some((each) => each.code === when.question && each.choices.some(({ code }) => code === answer)),
  );
