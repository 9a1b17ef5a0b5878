import type { RevisionWords } from "#components/agreement/words.ts";
import type { AgreementContent, OwnService, Question } from "#lib/agreement/agreement.ts";
import { choicesOf } from "#lib/agreement/condition.ts";
import type { ListPlace } from "#lib/agreement/lists.ts";
import { outcomeClasses } from "#lib/agreement/outcome-class.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { shownIn, type Words } from "#lib/agreement/words.ts";
import { fill } from "#lib/fill.ts";

export type Option = { value: string; label: string };

/** What an item of a list says besides its words, as its form asks it. */
export type ListField = { name: string; label: string; hint?: string; onlyNew?: boolean } & (
  | { kind: "flag"; options?: undefined }
  | { kind: "select" | "several"; options: readonly Option[] }
);

/** An item of a list, as its form shows it. */
export type ListItem = {
  code: string;
  da: string;
  en: string;
  /** What it is called in the reader's language. */
  shown: string;
  said: Readonly<Record<string, string | string[]>>;
  /** Where more of it is changed. */
  href?: string | undefined;
};

type Looking = { content: AgreementContent; service: OwnService; words: RevisionWords; locale: keyof Words };

/** What the items of a list are asked besides their words. */
export function fieldsOf({ list, question }: ListPlace, looking: Looking): ListField[] {
  const { content, service, words, locale } = looking;
  const { service: t } = words.revision;
  const flag = (name: "urgent" | "afterIdentity" | "onlyAfterAsked" | "neverListed"): ListField => ({
    name,
    kind: "flag",
    label: t[name],
  });
  if (question !== undefined) {
    const asked = service.key.find(({ code }) => code === question);
    const apart = asked?.about === "age" || asked?.about === "children";
    const rulesOut: ListField = {
      name: "rulesOut",
      kind: "several",
      label: t.rulesOut,
      options: (["written", "oral", "not_yet", "cannot_ask"] as const).map((value) => ({
        value,
        label: t.consents[value],
      })),
    };
    if (list === "followUp") return [];
    return [
      ...(list === "key" ? [flag("urgent")] : []),
      ...onlyIfField(list, question, looking),
      ...(apart ? [] : [rulesOut]),
    ];
  }
  switch (list) {
    case "situations":
      return [
        flag("urgent"),
        {
          name: "alsoRefer",
          kind: "select",
          label: t.alsoRefer,
          options: [
            { value: "", label: t.noService },
            ...content.services
              .filter(({ code }) => code !== service.code)
              .map((each) => ({ value: each.code, label: shownIn(serviceName(each), locale) })),
          ],
        },
      ];
    case "returnReasons":
      return [
        {
          name: "needs",
          kind: "select",
          label: t.needs,
          options: [{ value: "", label: t.nothing }, ...named(t, ["destination", "date"])],
        },
        {
          name: "wrong",
          kind: "select",
          label: t.wrong,
          options: [{ value: "", label: t.notWrong }, ...named(t, ["unit", "age", "place"])],
        },
        flag("afterIdentity"),
        flag("onlyAfterAsked"),
      ];
    case "outcomes":
      return [
        {
          name: "outcomeClass",
          kind: "select",
          label: words.revision.outcomeClass,
          options: [
            { value: "", label: words.revision.choose },
            ...outcomeClasses.map((value) => ({ value, label: words.agreement.class[value] })),
          ],
        },
        flag("neverListed"),
      ];
    case "key":
    case "questions":
      return [
        {
          name: "answer",
          kind: "select",
          label: t.answer,
          onlyNew: true,
          options: (["one", "date", "recent-date"] as const).map((value) => ({ value, label: t.answers[value] })),
        },
      ];
    case "outcomeMeans":
    case "places":
      return [];
  }
}

type Texts = RevisionWords["revision"]["service"];
const named = (t: Texts, names: readonly ("destination" | "date" | "unit" | "age" | "place")[]): Option[] =>
  names.map((value) => ({ value, label: t[value] }));

/** What a condition may ask about: situations and answers of a referral, or of questions that are asked later. */
export function conditionOptions(
  { service, words, locale }: Looking,
  questions: readonly Question[],
  situations = true,
): Option[] {
  const { service: t } = words.revision;
  return [
    ...(situations ? service.situations : []).map(({ code, text }) => ({
      value: `.${code}`,
      label: fill(t.situationIs, { name: shownIn(text, locale) }),
    })),
    ...questions.flatMap((question) =>
      question.choices.map(({ code, text }) => ({
        value: `${question.code}.${code}`,
        label: fill(t.answerIs, { question: shownIn(question.text, locale), answer: shownIn(text, locale) }),
      })),
    ),
  ];
}

/** Nothing where there is nothing that it could rest on. */
export function onlyIfField(list: "key" | "questions", code: string, looking: Looking): ListField[] {
  const { service, content, words } = looking;
  const { service: t } = words.revision;
  const at = service.key.findIndex((each) => each.code === code);
  const options =
    list === "key"
      ? conditionOptions(looking, service.key.slice(0, Math.max(0, at)))
      : conditionOptions(
          looking,
          [...service.questions, ...content.forAll.questions].filter((each) => each.code !== code),
          false,
        );
  return options.length === 0
    ? []
    : [{ name: "onlyIf", kind: "several", label: t.onlyIf, hint: t.onlyIfHint, options }];
}

type Said = {
  code: string;
  text: Words;
  urgent?: true | undefined;
  alsoRefer?: string | undefined;
  needs?: string | undefined;
  wrong?: string | undefined;
  afterIdentity?: true | undefined;
  onlyAfterAsked?: true | undefined;
  outcomeClass?: string | undefined;
  neverListed?: true | undefined;
  onlyIf?: Question["onlyIf"];
  rulesOut?: readonly string[] | undefined;
};

/** The items of a list as their form shows them, with what is asked of each besides. */
export function itemsOf(
  list: readonly Said[],
  fields: readonly ListField[],
  { locale, href }: { locale: keyof Words; href?: ((code: string) => string) | undefined },
): ListItem[] {
  const sayable = fields.filter(({ onlyNew }) => !onlyNew);
  return list.map((item) => ({
    code: item.code,
    da: item.text.da,
    en: item.text.en,
    shown: shownIn(item.text, locale),
    said: Object.fromEntries(sayable.map(({ name, kind }) => [name, saidOf(item, name as keyof Said, kind)])),
    ...(href ? { href: href(item.code) } : {}),
  }));
}

function saidOf(item: Said, name: keyof Said, kind: ListField["kind"]): string | string[] {
  if (name === "onlyIf") return choicesOf(item.onlyIf);
  if (name === "rulesOut") return [...(item.rulesOut ?? [])];
  const said = item[name];
  if (kind === "flag") return said === true ? "yes" : "";
  return typeof said === "string" ? said : "";
}
