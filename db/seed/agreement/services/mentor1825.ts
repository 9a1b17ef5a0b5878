import type { OwnService } from "#lib/agreement/agreement.ts";
import { unknown, waitingTime, yesNoUnknown } from "../answers.ts";

export const mentor1825: OwnService = {
  code: "MENTOR1825",
  name: { da: "Fastholdelse i egen bolig, 18–25 år", en: "Keeping one's own home, aged 18–25" },
  short: { da: "Ung i egen bolig", en: "Young in own home" },
  basis: "voluntary",
  kle: ["27.12.04"],
  clock: "ordinary",
  norm: { answer: 5, contact: 10 },
  openToAnonymous: false,
  cannotAskAllowed: false,

  situations: [
    { code: "INDFLYTTET", text: { da: "Er lige flyttet ind", en: "Has just moved in" } },
    { code: "OEKONOMI", text: { da: "Økonomi og regninger", en: "Money and bills" } },
    { code: "POST", text: { da: "Post, MitID og aftaler", en: "Letters, MitID and appointments" } },
    { code: "HVERDAG", text: { da: "Hverdag og bolig", en: "Everyday life and home" } },
    { code: "NABO", text: { da: "Klager fra naboer", en: "Complaints from neighbours" } },
    { code: "ALENE", text: { da: "Er meget alene", en: "Is much alone" } },
    {
      code: "RESTANCE",
      text: { da: "Mangler husleje (opret også Udsættelse truer)", en: "Owes rent (also refer for Risk of eviction)" },
      urgent: true,
      alsoRefer: "UDSAETTELSE",
    },
  ],

  key: [
    {
      code: "ANVIST",
      text: { da: "Anvist af kommunen?", en: "Housed by the municipality?" },
      answer: "one",
      choices: yesNoUnknown,
    },
  ],

  questions: [
    {
      code: "BOET",
      text: { da: "Boet der hvor længe?", en: "Lived there for how long?" },
      answer: "one",
      choices: [
        { code: "UNDER_3_MDR", text: { da: "Under 3 mdr.", en: "Under 3 months" } },
        { code: "FRA_3_TIL_12", text: { da: "3–12 mdr.", en: "3–12 months" } },
        { code: "OVER_ET_AAR", text: { da: "Over et år", en: "Over a year" } },
      ],
    },
    {
      code: "ANDEN",
      text: { da: "Anden kontaktperson?", en: "Another contact person?" },
      answer: "one",
      choices: yesNoUnknown,
    },
    {
      code: "SELV",
      text: { da: "Vil den unge selv ringes op?", en: "Does the young person want to be called?" },
      answer: "one",
      choices: yesNoUnknown,
    },
  ],

  returnReasons: [
    {
      code: "IKKE_ANVIST",
      text: { da: "Ikke anvist af kommunen", en: "Not housed by the municipality" },
      needs: "destination",
    },
    { code: "OVER_25", text: { da: "Fyldt 26", en: "Turned 26" }, needs: "destination", wrong: "age" },
    waitingTime,
  ],

  outcomes: [
    { code: "I_GANG", text: { da: "Mentor i gang", en: "Mentor at work" }, outcomeClass: "helped" },
    { code: "SELV", text: { da: "Klarer sig selv nu", en: "Manages alone now" }, outcomeClass: "helped" },
    { code: "ANDEN", text: { da: "Anden støtte i gang", en: "Other support has begun" }, outcomeClass: "helped" },
  ],
  outcomeMeans: [],
  places: [],

  followUp: {
    afterMonths: [6, 12],
    question: {
      code: "BOR_DER",
      text: { da: "Bor den unge der stadig?", en: "Does the young person still live there?" },
      answer: "one",
      choices: [
        { code: "BOR_DER", text: { da: "Bor der", en: "Lives there" } },
        { code: "FLYTTET", text: { da: "Flyttet", en: "Moved" } },
        { code: "UDSAT", text: { da: "Sat ud af boligen", en: "Evicted" } },
        unknown,
      ],
    },
  },
};
