import type { AgreementWords } from "#components/agreement/words.ts";
import type { AgreementContent, Condition, OwnService } from "#lib/agreement/agreement.ts";
import { serviceName } from "#lib/agreement/service-of.ts";
import { shownIn, type Words } from "#lib/agreement/words.ts";
import { fill } from "#lib/fill.ts";

export type Naming = {
  words: AgreementWords;
  locale: keyof Words;
  functions: Readonly<Record<string, Words>>;
};

/** What a function is called; one that has gone since, by its code. */
export const functionName = ({ functions, locale }: Naming, code: string): string => functions[code]?.[locale] ?? code;

/** Functions in a sentence: "Boligrådgiver eller Social mentor". */
export function oneOfFunctions(naming: Naming, codes: readonly string[]): string {
  return inWords(
    codes.map((code) => functionName(naming, code)),
    naming.words.or,
  );
}

/** When a rule holds: by the answer to the key question, or by the situation. Null for one that always does. */
export function whenWords(service: OwnService, when: Condition | undefined, { words, locale }: Naming): string | null {
  if (!when) return null;
  const text = (list: readonly { code: string; text: Words }[], codes: readonly string[]) =>
    inWords(
      codes.map((code) => list.find((each) => each.code === code)?.text[locale] ?? code),
      words.or,
    );
  if ("situation" in when) return fill(words.whenSituation, { situations: text(service.situations, when.situation) });
  const asked = service.key.find(({ code }) => code === when.question);
  return fill(words.whenQuestion, {
    question: asked?.text[locale] ?? when.question,
    answers: text(asked?.choices ?? [], when.oneOf),
  });
}

function inWords(list: readonly string[], or: string): string {
  if (list.length < 2) return list.join("");
  return `${list.slice(0, -1).join(", ")} ${or} ${list.at(-1)}`;
}

/** How a service is called, by its code, for those who write about it. */
export const serviceByCode = ({ services }: AgreementContent, code: string, locale: keyof Words): string => {
  const found = services.find((each) => each.code === code);
  return found ? shownIn(serviceName(found), locale) : code;
};
