import type { ActFormWords } from "#components/form/use-act-form.ts";
import type messages from "#messages/da.json";

export type ProtectionWords = (typeof messages)["protection"] & { basis: (typeof messages)["agreement"]["basis"] };

/** What the checklist says, also in the browser. */
export type ChecklistWords = {
  checklist: (typeof messages)["protection"]["checklist"];
  form: ActFormWords & { dateHint: string; today: string };
};
