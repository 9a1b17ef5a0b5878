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
