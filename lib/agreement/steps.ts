import type { AgreementContent } from "./agreement.ts";
import type { Flaw } from "./check-agreement.ts";

/** The steps of a first edition, in the order in which it is easiest written. */
export const steps = [
  "frame",
  "functions",
  "parties",
  "areas",
  "forAll",
  "services",
  "meetings",
  "activities",
  "economy",
  "local",
] as const;
export type StepName = (typeof steps)[number];

/**
 * How far a step is: `missing` something, with what is wrong in it; `done`; or `open`, empty and allowed to stay so.
 * `count`: how many of its things stand there.
 */
export type Step = { step: StepName; state: "missing" | "done" | "open"; count: number; flaws: Flaw[] };

/** The step in which a piece of the agreement is written. */
function stepOf({ part }: Flaw): StepName {
  const [kind] = part.split(".");
  return kind === "contract" ? "frame" : (steps.find((step) => step === kind) ?? "frame");
}

/** @param units how many units there are: they are kept beside the agreement */
export function stepsOf(
  content: AgreementContent,
  { flaws, functions, units }: { flaws: readonly Flaw[]; functions: number; units: number },
): Step[] {
  const { contract, areas = [], forAll, services, meetings, activities, local = {} } = content;
  const counts: Record<StepName, number> = {
    frame: contract.frame.length,
    functions,
    parties: units,
    areas: areas.length,
    forAll: Object.values(forAll).reduce((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0),
    services: services.length,
    meetings: meetings.length,
    activities: activities.length,
    economy: contract.economy.length,
    local: Object.values(local).reduce((sum, names) => sum + names.length, 0),
  };
  return steps.map((step) => {
    const own = flaws.filter((flaw) => stepOf(flaw) === step);
    const alone = step === "parties" && units === 0;
    const state = own.length > 0 || alone ? "missing" : counts[step] === 0 ? "open" : "done";
    return { step, state, count: counts[step], flaws: own };
  });
}
