import type { Condition } from "./agreement.ts";
import type { Code } from "./words.ts";

/** What was chosen so far: situations, and the key question's answers by its code. */
export type Chosen = { situations: readonly Code[]; answers: Readonly<Record<Code, string | readonly string[]>> };

/** Whether a question, a choice or a route applies to what was chosen so far. What has no condition always does. */
export function applies(condition: Condition | undefined, { situations, answers }: Chosen): boolean {
  if (!condition) return true;
  if ("situation" in condition) return condition.situation.some((code) => situations.includes(code));
  const given = answers[condition.question];
  return given !== undefined && [given].flat().some((code) => condition.oneOf.includes(code));
}

/** A condition as a form chooses it: `ALDER.FRA_65` for an answer to a question, `.FOELGE_MED` for a situation. */
export function choicesOf(condition: Condition | undefined): string[] {
  if (!condition) return [];
  if ("situation" in condition) return condition.situation.map((code) => `.${code}`);
  return condition.oneOf.map((code) => `${condition.question}.${code}`);
}

/** The condition that was chosen; "always" for none, null where answers to two questions or situations besides were chosen. */
export function conditionOf(chosen: readonly string[]): Condition | "always" | null {
  const [first] = chosen;
  if (first === undefined) return "always";
  const parts = chosen.map((each) => each.split(".") as [string, string]);
  const [question] = first.split(".") as [string];
  if (parts.some(([of]) => of !== question)) return null;
  const codes = parts.map(([, code]) => code);
  return question === "" ? { situation: codes } : { question, oneOf: codes };
}
