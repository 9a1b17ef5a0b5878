import {
  answerField,
  conditionChoices,
  flagField,
  type ListField,
  needsField,
  type Option,
  outcomeField,
  rulesOutField,
  wrongField,
} from "#components/agreement/service/list-fields.ts";
import type { RevisionWords } from "#components/agreement/words.ts";
import type { AgreementContent } from "#lib/agreement/agreement.ts";
import type { CommonPlace } from "#lib/agreement/common-lists.ts";
import type { Words } from "#lib/agreement/words.ts";

type Looking = { content: AgreementContent; words: RevisionWords; locale: keyof Words };

/** What the items of a list that stands once are asked besides their words. */
export function commonFieldsOf({ list, question }: CommonPlace, looking: Looking): ListField[] {
  const { words } = looking;
  const { service: t, shared } = words.revision;
  if (question !== undefined) return [...commonOnlyIf(question, looking), rulesOutField(t)];
  switch (list) {
    case "questions":
      return [answerField(t)];
    case "returnReasons":
      return [needsField(t), wrongField(t), flagField(t, "afterIdentity"), flagField(t, "onlyAfterAsked")];
    case "redirectReasons":
      return [wrongField(t)];
    case "outcomes":
      return [outcomeField(words), flagField(t, "neverListed")];
    case "areas":
      return [{ name: "about", kind: "words", label: shared.areaAbout }];
    default:
      return [];
  }
}

/** What a question that holds for every service may rest on: the answers of the others. */
export function commonOnlyIf(code: string, { content, words, locale }: Looking): ListField[] {
  const { service: t } = words.revision;
  const others = content.forAll.questions.filter((each) => each.code !== code);
  const options: Option[] = conditionChoices(others, { t, locale });
  return options.length === 0
    ? []
    : [{ name: "onlyIf", kind: "several", label: t.onlyIf, hint: t.onlyIfHint, options }];
}
