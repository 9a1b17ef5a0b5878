import type { OwnService } from "#lib/agreement/agreement.ts";
import { no } from "../answers.ts";

export const sundhed: OwnService = {
  code: "SUNDHED",
  name: { da: "Sundhedstilbud i Forebyggelsescenteret", en: "Health offers of the prevention centre" },
  short: { da: "Sundhed", en: "Health" },
  basis: "voluntary",
  kle: ["29.09.04"],
  hint: {
    da: "Alkohol og psykisk sundhed siges i telefonen, ikke her.",
    en: "Alcohol and mental health are for the telephone, not for here.",
  },
  clock: "ordinary",
  norm: { answer: 5, contact: 10 },
  openToAnonymous: false,
  cannotAskAllowed: false,

  situations: [
    { code: "RYG", text: { da: "Vil stoppe med at ryge", en: "Wants to stop smoking" } },
    { code: "BEVAEG", text: { da: "Vil bevæge sig mere", en: "Wants to move more" } },
    { code: "KOST", text: { da: "Kost", en: "Diet" } },
    { code: "TJEK", text: { da: "Sundhedstjek", en: "Health check" } },
    { code: "SNAK", text: { da: "Vil tale om sundhed", en: "Wants to talk about health" } },
    { code: "DIALOG", text: { da: "Dialogmøde i området", en: "Dialogue meeting in the area" } },
    { code: "HOLD", text: { da: "Hold eller gruppe i området", en: "Class or group in the area" } },
  ],

  key: [
    {
      code: "HVEM",
      text: { da: "Én beboer eller gruppe?", en: "One resident or a group?" },
      answer: "one",
      choices: [
        { code: "EN", text: { da: "Én beboer", en: "One resident" } },
        { code: "GRUPPE", text: { da: "Gruppe", en: "Group" } },
      ],
    },
  ],

  questions: [
    {
      code: "FOELGE",
      text: { da: "Følger nogen med første gang?", en: "Will anybody come along the first time?" },
      answer: "one",
      choices: [
        { code: "JEG", text: { da: "Jeg", en: "I will" } },
        { code: "ANDEN", text: { da: "En anden", en: "Somebody else" } },
        no,
      ],
    },
    {
      code: "HVOR",
      text: { da: "Hvor?", en: "Where?" },
      answer: "one",
      choices: [
        { code: "CENTRET", text: { da: "Centret", en: "The centre" } },
        { code: "BOLIGOMRAADET", text: { da: "Boligområdet", en: "The housing area" } },
      ],
    },
    {
      code: "ANTAL",
      text: { da: "Cirka antal?", en: "About how many?" },
      answer: "one",
      choices: [
        { code: "UNDER_10", text: { da: "Under 10", en: "Under 10" } },
        { code: "FRA_10", text: { da: "10+", en: "10+" } },
      ],
    },
  ],

  returnReasons: [
    { code: "VENTETID", text: { da: "Næste hold", en: "The next class" }, needs: "date" },
    {
      code: "FULDT",
      text: { da: "Ingen aktivitet i området i perioden", en: "No activity in the area in this period" },
      needs: "date",
    },
    { code: "LAEGE", text: { da: "Egen læge passer bedre", en: "Their own doctor fits better" }, needs: "destination" },
    { code: "UNDER_18", text: { da: "Under 18", en: "Under 18" }, needs: "destination", wrong: "age" },
  ],

  outcomes: [
    {
      code: "MOEDT",
      text: { da: "Mødte op første gang", en: "Turned up the first time" },
      outcomeClass: "helped",
    },
    { code: "FORLOEB", text: { da: "Er i forløb", en: "Is taking part" }, outcomeClass: "helped" },
    {
      code: "ANDET_TILBUD",
      text: { da: "Andet tilbud fundet", en: "Another offer was found" },
      outcomeClass: "partly",
    },
    { code: "UDEBLEV", text: { da: "Kom ikke", en: "Did not come" }, outcomeClass: "none" },
  ],
  outcomeMeans: [],
  places: [],
};
