/**
 * What people must have settled before an installation goes live. No program can know whether it is done: somebody
 * answers for each of them with their function and a day.
 */
export const checklist = {
  "joint-controllers": "the agreement on joint responsibility (GDPR art. 26)",
  processing: "the processing agreement with whoever runs the server (GDPR art. 28)",
  dpia: "the data protection impact assessment (GDPR art. 35)",
  officer: "the advice of the data protection officer on it (GDPR art. 35(2))",
  residents: "the residents' page read and found right by the controllers (GDPR art. 13 and 14)",
} as const;

const form = '{"by": "function, unit", "on": "YYYY-MM-DD"}';

/**
 * What is not ticked, a sentence each; empty when all is.
 * @param text the file that BROBYG_CHECKLIST names; undefined when there is none
 * @param today nothing is ticked ahead of its day
 */
export function findUnticked(text: string | undefined, today: string): string[] {
  if (text === undefined)
    return [
      "BROBYG_CHECKLIST is missing: the file that says who settled what, and when. See docs/decisions/live-checklist.md",
    ];
  const ticks = parse(text);
  if (!ticks) return ["The file that BROBYG_CHECKLIST names is no JSON object."];
  return Object.entries(checklist).flatMap(([key, what]) =>
    isTick(ticks[key], today) ? [] : [`Not ticked: ${what}. Write "${key}": ${form} in the checklist.`],
  );
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

function isTick(tick: unknown, today: string): boolean {
  if (typeof tick !== "object" || tick === null) return false;
  const { by, on } = tick as Record<string, unknown>;
  if (typeof by !== "string" || by.trim().length < 3 || typeof on !== "string") return false;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(on) && new Date(`${on}T00:00:00Z`).toJSON()?.startsWith(on);
  return isDay === true && on <= today;
}
