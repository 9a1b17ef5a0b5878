import type { OwnService } from "#lib/agreement/agreement.ts";
import { no, timesOfDay, unknowing, waitingTime, yes, yesCall, yesNoUnknown } from "../answers.ts";

export const skp: OwnService = {
  code: "SKP",
  name: { da: "Støttekontaktperson (SKP)", en: "Support and contact person (SKP)" },
  short: { da: "Støttekontaktperson", en: "Support and contact person" },
  basis: "no-decision",
  kle: ["27.48.08"],
  clock: "ordinary",
  norm: { answer: 2, contact: 5 },
  openToAnonymous: true,
  cannotAskAllowed: false,

  // What is seen, never a diagnosis.
  situations: [
    { code: "SES_IKKE", text: { da: "Ses næsten ikke mere", en: "Is hardly seen any more" } },
    { code: "AABNER_IKKE", text: { da: "Åbner ikke døren", en: "Does not open the door" } },
    { code: "FORFALD", text: { da: "Boligen forfalder", en: "The home is falling apart" } },
    { code: "POST", text: { da: "Åbner ikke post", en: "Does not open letters" } },
    { code: "URO", text: { da: "Uro eller nabokonflikt", en: "Unrest or conflict with neighbours" } },
    { code: "AFBRUDT", text: { da: "Har mistet kontakten til hjælp", en: "Has lost contact with help" } },
    { code: "FORANDRET", text: { da: "Er tydeligt forandret", en: "Has clearly changed" }, urgent: true },
  ],

  key: [
    {
      code: "VED",
      text: { da: "Ved beboeren, at du skriver?", en: "Does the resident know that you are writing?" },
      answer: "one",
      choices: [
        yes,
        { ...no, ...unknowing },
        { code: "KAN_IKKE_SPOERGES", text: { da: "Kan ikke spørges", en: "Cannot be asked" }, ...unknowing },
      ],
    },
  ],

  questions: [
    {
      code: "TID",
      text: { da: "Hvornår er det bedst at komme?", en: "When is the best time to come?" },
      answer: "one",
      choices: timesOfDay,
    },
    {
      code: "FORSOEG",
      text: { da: "Hvor mange gange har I prøvet?", en: "How many times have you tried?" },
      answer: "one",
      choices: [
        { code: "NUL", text: { da: "0", en: "0" } },
        { code: "EN_TO", text: { da: "1–2", en: "1–2" } },
        { code: "TRE_PLUS", text: { da: "3+", en: "3+" } },
      ],
    },
    {
      code: "STOLER",
      text: { da: "Er der en, beboeren stoler på?", en: "Is there somebody the resident trusts?" },
      answer: "one",
      choices: [no, yesCall],
    },
    {
      code: "STOETTE",
      text: { da: "Er der anden støtte?", en: "Is there other support?" },
      answer: "one",
      choices: yesNoUnknown,
    },
  ],

  returnReasons: [
    waitingTime,
    {
      code: "BOSTOETTE",
      text: { da: "Bostøtte passer bedre", en: "Support at home (bostøtte) fits better" },
      needs: "destination",
    },
  ],

  outcomes: [
    { code: "KONTAKT", text: { da: "Kontakt skabt", en: "Contact made" }, outcomeClass: "helped" },
    {
      code: "BRO",
      text: { da: "Bygget bro til anden hjælp", en: "Bridge built to other help" },
      outcomeClass: "helped",
    },
    { code: "OVERGANG", text: { da: "Anden støtte er i gang", en: "Other support has begun" }, outcomeClass: "helped" },
  ],
  outcomeMeans: [],
  places: [],
};
