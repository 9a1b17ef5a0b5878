import type { OwnService } from "#lib/agreement/agreement.ts";
import { no, waitingTime, yesNo } from "../answers.ts";

export const lokal: OwnService = {
  code: "LOKAL",
  name: { da: "Hjælp fra helhedsplanen", en: "Help from the helhedsplan" },
  basis: "voluntary",
  kle: [],
  hint: {
    da: "Samtykket er givet til kommunen. Beboeren skal vide, at du skriver.",
    en: "Consent was given to the municipality. The resident must know that you are writing.",
  },
  clock: "ordinary",
  norm: { answer: 5, contact: 10 },
  openToAnonymous: false,
  cannotAskAllowed: false,

  situations: [
    { code: "KONTAKT", text: { da: "Hjælp os med at få kontakt", en: "Help us to get in contact" } },
    { code: "LEDSAG", text: { da: "Gå med til møde eller foged", en: "Come along to a meeting or the bailiff" } },
    { code: "MAEGLING", text: { da: "Nabokonflikt", en: "Conflict with neighbours" } },
    { code: "FAELLES", text: { da: "Med i aktiviteter", en: "Take part in activities" } },
    { code: "FOELG_OP", text: { da: "Følg op efter forløb", en: "Follow up afterwards" } },
    { code: "NY_UNG", text: { da: "Ny ung er flyttet ind", en: "A new young tenant has moved in" } },
  ],

  key: [
    {
      code: "VED",
      text: { da: "Ved beboeren det?", en: "Does the resident know?" },
      answer: "one",
      choices: [
        { code: "SKRIFTLIGT", text: { da: "Ja, skriftligt", en: "Yes, in writing" } },
        // There is no other answer for whoever has said yes by word of mouth.
        { ...no, rulesOut: ["written"] },
      ],
    },
  ],

  questions: [
    {
      code: "BOR",
      text: { da: "Bor beboeren hos os?", en: "Does the resident live with us?" },
      answer: "one",
      choices: yesNo,
      onlyIf: { question: "NAVN", oneOf: ["SKRIFTLIGT", "MUNDTLIGT"] },
    },
    {
      code: "HVORNAAR",
      text: { da: "Hvornår skal det ske?", en: "When should it happen?" },
      answer: "one",
      choices: [
        { code: "DENNE_UGE", text: { da: "Denne uge", en: "This week" } },
        { code: "NAESTE_UGE", text: { da: "Næste uge", en: "Next week" } },
        { code: "SENERE", text: { da: "Senere", en: "Later" } },
      ],
    },
  ],

  returnReasons: [
    {
      code: "IKKE_OS",
      text: { da: "Ikke i vores afdelinger", en: "Not in our estates" },
      needs: "destination",
      wrong: "place",
    },
    {
      code: "IKKE_OPGAVE",
      text: { da: "Uden for helhedsplanens opgaver", en: "Outside the tasks of the helhedsplan" },
      needs: "destination",
    },
    waitingTime,
  ],

  outcomes: [
    { code: "KONTAKT", text: { da: "Kontakt skabt", en: "Contact made" }, outcomeClass: "helped" },
    { code: "LEDSAGET", text: { da: "Gik med", en: "Came along" }, outcomeClass: "helped" },
    {
      code: "FORLIG",
      text: { da: "Aftale mellem naboer", en: "Agreement between neighbours" },
      outcomeClass: "helped",
    },
    { code: "MED", text: { da: "Er med i aktivitet", en: "Takes part in an activity" }, outcomeClass: "helped" },
  ],
  outcomeMeans: [],
  places: [],
};
