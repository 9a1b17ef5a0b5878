import type { ActFormWords } from "#components/form/use-act-form.ts";
import type messages from "#messages/da.json";

export type UnitsWords = {
  units: (typeof messages)["units"];
  form: ActFormWords & { dateHint: string; today: string };
};
