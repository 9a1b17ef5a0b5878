import type { AgreementContent } from "./agreement.ts";
import type { Words } from "./words.ts";

const unwritten = (): Words => ({ da: "", en: "" });

/** What a first edition begins as, and what stands where nothing has been agreed yet: nothing in any of its parts. */
export const emptyAgreement = (): AgreementContent => ({
  contract: {
    title: unwritten(),
    subject: unwritten(),
    date: "",
    file: "",
    editions: [],
    frame: [],
    aims: { intro: unwritten(), points: [], closing: unwritten() },
    cityPolicy: [],
    economy: [],
    coordination: unwritten(),
    revision: unwritten(),
    otherActivities: [],
  },
  activities: [],
  meetings: [],
  workingDays: { exceptions: [] },
  external: [],
  forAll: {
    norm: { question: 2, escalation: 2, nextStep: 2 },
    questions: [],
    returnReasons: [],
    redirectReasons: [],
    outcomes: [],
    onHold: [],
    withdrawReasons: [],
    reopenReasons: [],
    voidReasons: [],
    progress: [],
  },
  services: [],
  routes: [],
});
