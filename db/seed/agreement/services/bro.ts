import type { OwnService } from "#lib/agreement/agreement.ts";
import { no, timesOfDay, yesNoUnknown } from "../answers.ts";

export const bro: OwnService = {
  code: "BRO",
  name: { da: "Brobygning til fællesskab og aktivitet", en: "Bridge to company and activity" },
  short: { da: "Fællesskab og aktivitet", en: "Company and activity" },
  basis: "voluntary",
  kle: ["27.35.08"],
  clock: "ordinary",
  norm: { answer: 5, contact: 10 },
  openToAnonymous: false,
  cannotAskAllowed: false,

  situations: [
    { code: "ALENE", text: { da: "Savner selskab", en: "Misses company" } },
    { code: "AKTIVITET", text: { da: "Vil i gang med noget", en: "Wants something to do" } },
    { code: "AELDREKLUB", text: { da: "Ældreklub", en: "Club for older people" } },
    { code: "AKTIVITETSCENTER", text: { da: "Aktivitetscenter", en: "Activity centre" } },
    { code: "VAEREST", text: { da: "Et sted at komme", en: "A place to go" } },
  ],

  key: [
    {
      code: "FOELGE",
      text: { da: "Følger nogen med?", en: "Will anybody come along?" },
      answer: "one",
      choices: [
        { code: "JEG", text: { da: "Jeg", en: "I will" } },
        { code: "ANDEN", text: { da: "Ja, en anden", en: "Yes, somebody else" } },
        no,
      ],
    },
  ],

  questions: [
    {
      code: "TID",
      text: { da: "Hvornår på dagen?", en: "At what time of day?" },
      answer: "one",
      choices: timesOfDay,
    },
    {
      code: "GANG",
      text: { da: "Kan beboeren selv komme derhen?", en: "Can the resident get there alone?" },
      answer: "one",
      choices: yesNoUnknown,
    },
  ],

  returnReasons: [
    { code: "IKKE_AABENT", text: { da: "Tager ikke nye ind nu", en: "Takes nobody new at present" }, needs: "date" },
    {
      code: "ANDET_STED",
      text: { da: "Et andet sted passer bedre", en: "Another place fits better" },
      needs: "destination",
    },
  ],

  outcomes: [
    { code: "MOEDT", text: { da: "Mødte op", en: "Turned up" }, outcomeClass: "helped" },
    { code: "KOMMER", text: { da: "Kommer fast", en: "Comes regularly" }, outcomeClass: "helped" },
    { code: "KOM_IKKE", text: { da: "Kom ikke", en: "Did not come" }, outcomeClass: "none" },
  ],
  outcomeMeans: [],

  places: [
    { code: "AKTIVITETSCENTER", text: { da: "Aktivitetscenter Nørrebro", en: "Aktivitetscenter Nørrebro" } },
    { code: "AELDREKLUB", text: { da: "Ældreklub", en: "Club for older people" } },
    { code: "KALEJDOSKOP", text: { da: "Aktivitetscentret Kalejdoskop", en: "Aktivitetscentret Kalejdoskop" } },
    { code: "SIND", text: { da: "Foreningen Sind", en: "Foreningen Sind" } },
  ],
};
