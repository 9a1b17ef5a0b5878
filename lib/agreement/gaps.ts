import type { AgreementContent } from "./agreement.ts";
import { checkAgreement, type DirectoryFunction, type Flaw } from "./check-agreement.ts";
import { functionFlaws, functionsWith } from "./functions.ts";
import type { Words } from "./words.ts";

/** Texts that every activity has. */
export const activityTexts = ["places", "anchoring", "revision"] as const;

/**
 * What an agreement has to say before it can govern and does not say yet: `part` is the piece, `about` the text or list
 * that is missing. A draft may be kept with gaps; nobody can propose or adopt one.
 */
export function gapsOf(content: AgreementContent): Flaw[] {
  const { contract, activities, meetings, forAll, services, routes } = content;
  const gap = (part: string, code: string, about: string): Flaw => ({ part, field: about, code, about });
  const missing = (part: string, about: string, list: readonly unknown[], code = "one-at-least") =>
    list.length > 0 ? [] : [gap(part, code, about)];
  const unsaid = (about: string, { da }: Words, part = "contract") => (da ? [] : [gap(part, "text-missing", about)]);
  return [
    ...unsaid("title", contract.title),
    ...unsaid("subject", contract.subject),
    ...missing("contract", "frame", contract.frame),
    ...unsaid("intro", contract.aims.intro),
    ...unsaid("closing", contract.aims.closing),
    ...unsaid("coordination", contract.coordination),
    ...unsaid("revision", contract.revision),
    ...missing("forAll", "returnReasons", forAll.returnReasons),
    ...missing("forAll", "redirectReasons", forAll.redirectReasons),
    ...missing("forAll", "withdrawReasons", forAll.withdrawReasons),
    ...missing("forAll", "voidReasons", forAll.voidReasons),
    ...missing("services", "services", services),
    ...routes.flatMap(({ service, from, to }) => [
      ...missing(`services.${service}`, "from", from, "nobody-refers"),
      ...(to.length > 0 && to.every(({ functions }) => functions.length > 0)
        ? []
        : [gap(`services.${service}`, "nobody-receives", "to")]),
    ]),
    ...services.flatMap(({ code, outcomes }) =>
      missing(`services.${code}`, "outcomes", [...outcomes, ...forAll.outcomes]),
    ),
    ...meetings.flatMap(({ code, purposes }) => missing(`meetings.${code}`, "purposes", purposes)),
    ...missing("activities", "activities", activities),
    ...activities.flatMap(({ code, about, functions, ...texts }) => [
      ...missing(`activities.${code}`, "about", about),
      ...missing(`activities.${code}`, "functions", functions),
      ...activityTexts.flatMap((name) => unsaid(name, texts[name], `activities.${code}`)),
    ]),
  ];
}

/** Everything that keeps an agreement from being proposed: what is missing in it, and what cannot be. */
export const flawsOf = (content: AgreementContent, directory: readonly DirectoryFunction[]): Flaw[] => [
  ...gapsOf(content),
  ...functionFlaws(content, directory),
  ...checkAgreement(content, functionsWith(content, directory)),
];
