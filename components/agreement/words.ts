import type { ActFormWords } from "#components/form/use-act-form.ts";
import type messages from "#messages/da.json";

export type AgreementWords = (typeof messages)["agreement"];
export type RevisionWords = {
  revision: (typeof messages)["revision"];
  agreement: AgreementWords;
  form: ActFormWords & { dateHint: string; today: string };
};
