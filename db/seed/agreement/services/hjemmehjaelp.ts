import type { OwnService } from "#lib/agreement/agreement.ts";
import { yesNo, yesNoUnknown } from "../answers.ts";

export const hjemmehjaelp: OwnService = {
  code: "HJEMMEHJAELP",
  name: { da: "Hjemmehjælp", en: "Home help" },
  basis: "statutory",
  kle: ["27.36.04"],
  hint: {
    da: "Ring til visitationen sammen med beboeren.",
    en: "Call the needs assessment (visitation) together with the resident.",
  },
  clock: "ordinary",
  norm: { answer: 5, contact: 5 },
  openToAnonymous: false,
  cannotAskAllowed: false,

  situations: [
    { code: "PLEJE", text: { da: "Bad, tøj, toilet", en: "Bathing, dressing, toilet" } },
    { code: "RENT", text: { da: "Rengøring og tøjvask", en: "Cleaning and laundry" } },
    { code: "MAD", text: { da: "Mad og indkøb", en: "Meals and shopping" } },
    {
      code: "PLUDSELIG",
      text: { da: "Behovet er opstået pludseligt", en: "The need came suddenly" },
      urgent: true,
    },
    { code: "STOPPET", text: { da: "Hjælpen er stoppet", en: "The help has stopped" } },
    { code: "MERE", text: { da: "Hjælpen rækker ikke", en: "The help is not enough" } },
    {
      code: "FARLIGT",
      text: { da: "Hjemmet er farligt at være i", en: "The home is dangerous to be in" },
      urgent: true,
    },
  ],

  key: [
    {
      code: "ALDER",
      text: { da: "Alder", en: "Age" },
      answer: "one",
      about: "age",
      choices: [
        { code: "UNDER_65", text: { da: "Under 65", en: "Under 65" } },
        { code: "FRA_65", text: { da: "65+", en: "65+" } },
      ],
    },
  ],

  questions: [
    {
      code: "HAR",
      text: { da: "Får beboeren hjælp i dag?", en: "Does the resident get help today?" },
      answer: "one",
      choices: yesNoUnknown,
    },
    {
      code: "HVEM",
      text: { da: "Hvem er med ved besøget?", en: "Who will be there at the visit?" },
      answer: "one",
      choices: [
        { code: "JEG", text: { da: "Jeg", en: "I will" } },
        { code: "PAAROERENDE", text: { da: "Pårørende", en: "Relatives" } },
        { code: "INGEN", text: { da: "Ingen", en: "Nobody" } },
      ],
    },
    {
      code: "DOER",
      text: { da: "Kan beboeren selv åbne?", en: "Can the resident open the door?" },
      answer: "one",
      choices: yesNo,
    },
    {
      code: "VENTE",
      text: { da: "Kan det vente til næste arbejdsdag?", en: "Can it wait until the next working day?" },
      answer: "one",
      choices: yesNo,
    },
  ],

  returnReasons: [],

  outcomes: [
    { code: "JA", text: { da: "Bevilget", en: "Granted" }, outcomeClass: "helped" },
    { code: "DELVIS", text: { da: "Delvist bevilget", en: "Partly granted" }, outcomeClass: "partly" },
    {
      code: "TRAENING",
      text: { da: "Træning før eller i stedet", en: "Training first or instead" },
      outcomeClass: "helped",
    },
    { code: "FOREBYG", text: { da: "Forebyggende tilbud", en: "Preventive offer" }, outcomeClass: "partly" },
    { code: "AFSLAG", text: { da: "Afslag fra myndigheden", en: "Refused by the authority" }, outcomeClass: "none" },
  ],
  outcomeMeans: [],
  places: [],
};
