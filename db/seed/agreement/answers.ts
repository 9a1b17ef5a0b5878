import type { AnswerChoice, Reason } from "#lib/agreement/agreement.ts";

/** Answers and reasons that several services use in the same words. */
export const yes: AnswerChoice = { code: "JA", text: { da: "Ja", en: "Yes" } };
export const no: AnswerChoice = { code: "NEJ", text: { da: "Nej", en: "No" } };
export const unknown: AnswerChoice = { code: "VED_IKKE", text: { da: "Ved ikke", en: "Do not know" } };
export const yesCall: AnswerChoice = { code: "JA_RING", text: { da: "Ja, ring", en: "Yes, call me" } };

/** To whether the resident knows of it: without knowing nobody has said yes. */
export const unknowing = { rulesOut: ["written", "oral"] } satisfies Partial<AnswerChoice>;

export const yesNo = [yes, no];
export const yesNoUnknown = [yes, no, unknown];

export const timesOfDay: AnswerChoice[] = [
  { code: "FORMIDDAG", text: { da: "Formiddag", en: "Morning" } },
  { code: "EFTERMIDDAG", text: { da: "Eftermiddag", en: "Afternoon" } },
  { code: "AFTEN", text: { da: "Aften", en: "Evening" } },
];

/** Only where the law gives no right to the help: a waiting time is never an answer to a claim. */
export const waitingTime: Reason = {
  code: "VENTETID",
  text: { da: "Ventetid, ikke et afslag", en: "Waiting time, not a refusal" },
  needs: "date",
};
