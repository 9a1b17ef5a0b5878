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
  | { kind: "words"; options?: undefined }
  | { kind: "select" | "several"; options: readonly Option[] }
);

/** What an item says in one of its fields. */
export type Said = string | string[] | { da: string; en: string };

/** An item of a list, as its form shows it. */
export type ListItem = {
  code: string;
  da: string;
  en: string;
  /** What it is called in the reader's language. */
  shown: string;
  said: Readonly<Record<string, Said>>;
  /** Why it cannot be removed. */
  stays?: string | undefined;
  /** Where more of it is changed. */
  href?: string | undefined;
};

type Looking = { content: AgreementContent; service: OwnService; words: RevisionWords; locale: keyof Words };

/** What the items of a list are asked besides their words. */
export function fieldsOf({ list, question }: ListPlace, looking: Looking): ListField[] {
  const { content, service, words, locale } = looking;
  const { service: t } = words.revision;
  const flag = (name: FlagName) => flagField(t, name);
  if (question !== undefined) {
    const asked = service.key.find(({ code }) => code === question);
    const apart = asked?.about === "age" || asked?.about === "children";
    if (list === "followUp") return [];
    return [
      ...(list === "key" ? [flag("urgent")] : []),
      ...onlyIfField(list, question, looking),
      ...(apart ? [] : [rulesOutField(t)]),
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
      return [needsField(t), wrongField(t), flag("afterIdentity"), flag("onlyAfterAsked")];
    case "outcomes":
      return [outcomeField(words), flag("neverListed")];
    case "key":
    case "questions":
      return [answerField(t)];
    case "outcomeMeans":
    case "places":
      return [];
  }
}

type Texts = RevisionWords["revision"]["service"];
type FlagName = "urgent" | "afterIdentity" | "onlyAfterAsked" | "neverListed";

export const flagField = (t: Texts, name: FlagName): ListField => ({ name, kind: "flag", label: t[name] });

export const needsField = (t: Texts): ListField => ({
  name: "needs",
  kind: "select",
  label: t.needs,
  options: [{ value: "", label: t.nothing }, ...named(t, ["destination", "date"])],
});

export const wrongField = (t: Texts): ListField => ({
  name: "wrong",
  kind: "select",
  label: t.wrong,
  options: [{ value: "", label: t.notWrong }, ...named(t, ["unit", "age", "place"])],
});

export const outcomeField = ({ revision, agreement }: RevisionWords): ListField => ({
  name: "outcomeClass",
  kind: "select",
  label: revision.outcomeClass,
  options: [
    { value: "", label: revision.choose },
    ...outcomeClasses.map((value) => ({ value, label: agreement.class[value] })),
  ],
});

export const answerField = (t: Texts): ListField => ({
  name: "answer",
  kind: "select",
  label: t.answer,
  onlyNew: true,
  options: (["one", "date", "recent-date"] as const).map((value) => ({ value, label: t.answers[value] })),
});

export const rulesOutField = (t: Texts): ListField => ({
  name: "rulesOut",
  kind: "several",
  label: t.rulesOut,
  options: (["written", "oral", "not_yet", "cannot_ask"] as const).map((value) => ({
    value,
    label: t.consents[value],
  })),
});

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
    ...conditionChoices(questions, { t, locale }),
  ];
}

/** The answers of questions, each with its question. */
export const conditionChoices = (
  questions: readonly Question[],
  { t, locale }: { t: Texts; locale: keyof Words },
): Option[] =>
  questions.flatMap((question) =>
    question.choices.map(({ code, text }) => ({
      value: `${question.code}.${code}`,
      label: fill(t.answerIs, { question: shownIn(question.text, locale), answer: shownIn(text, locale) }),
    })),
  );

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

type Item = {
  code: string;
  text: Words;
  /** Of an area what it is; of a question which fact it fills, which its own form asks. */
  about?: Words | string | undefined;
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
  list: readonly Item[],
  fields: readonly ListField[],
  { locale, href }: { locale: keyof Words; href?: ((code: string) => string) | undefined },
): ListItem[] {
  const sayable = fields.filter(({ onlyNew }) => !onlyNew);
  return list.map((item) => ({
    code: item.code,
    da: item.text.da,
    en: item.text.en,
    shown: shownIn(item.text, locale),
    said: Object.fromEntries(sayable.map(({ name, kind }) => [name, saidOf(item, name as keyof Item, kind)])),
    ...(href ? { href: href(item.code) } : {}),
  }));
}

function saidOf(item: Item, name: keyof Item, kind: ListField["kind"]): Said {
  if (kind === "words") return typeof item.about === "object" ? item.about : { da: "", en: "" };
  if (name === "onlyIf") return choicesOf(item.onlyIf);
  if (name === "rulesOut") return [...(item.rulesOut ?? [])];
  const said = item[name];
  if (kind === "flag") return said === true ? "yes" : "";
  return typeof said === "string" ? said : "";
}
